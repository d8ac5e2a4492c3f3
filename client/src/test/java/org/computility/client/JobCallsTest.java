package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.client.network.Centers;
import org.computility.client.network.JobCosts;
import org.computility.client.network.Jobs;
import org.computility.client.network.OnlineJobs;
import org.computility.client.network.Part;
import org.computility.client.network.QueueShares;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the calls about jobs, their queue and their costs send, and what they make of the answer. */
class JobCallsTest {

    private static final UUID ID = UUID.fromString("5f0c9f0e-0000-4000-8000-000000000001");

    private FakePlatform platform;
    private ComputilityClient client;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        client = ComputilityClient.at(platform.uri()).withToken("t0ken");
    }

    @AfterEach
    void stop() {
        client.close();
        platform.close();
    }

    private void page(String element) {
        platform.answers(200, "{\"items\":[" + element + "],\"page\":2,\"pageSize\":5,\"total\":9}");
    }

    @Test
    void aServiceIsCreatedScaledAndItsCallsRead() {
        platform.answers(
                200,
                "{\"metadata\":{\"id\":\"j\",\"name\":\"n\",\"createTime\":\"2026-11-29 16:05:00\",\"url\":\"http://h/j/\"},\"status\":\"PENDING\"}");
        OnlineJobs.OnlineJob job = client.onlineJobs()
                .create(new OnlineJobs.NewOnlineJob("n", null, OnlineJobs.Config.of("small", 2, "machine", "serve")));
        assertThat(job.metadata().url()).isEqualTo("http://h/j/");
        assertThat(platform.lastCall())
                .isEqualTo("POST /onlineJob {\"config\":{\"command\":\"serve\",\"imageId\":\"machine\",\"nodeCount\":2,"
                        + "\"specId\":\"small\"},\"jobName\":\"n\"}");

        platform.answers(200, "{\"id\":\"j\",\"status\":\"RUNNING\",\"nodeCount\":3}");
        assertThat(client.onlineJobs().scale("j", 3)).isEqualTo(new Jobs.State("j", "RUNNING", 3, null));
        assertThat(platform.lastCall()).isEqualTo("PUT /platform/v1/jobs/j/replicas {\"replicas\":3}");
        platform.answers(
                200,
                "{\"jobId\":\"j\",\"calls\":12,\"users\":[{\"userId\":\"" + ID
                        + "\",\"calls\":12,\"lastAt\":\"2026-11-29T08:06:00Z\"}]}");
        assertThat(client.onlineJobs().calls("j").users())
                .containsExactly(new OnlineJobs.User(ID, 12, Instant.parse("2026-11-29T08:06:00Z")));
    }

    @Test
    void jobsOfEveryKindAreFoundStoppedAndDeleted() {
        page("{\"id\":\"j\",\"kind\":\"ONLINE\"}");
        Jobs.Found found = client.jobs().search(new Jobs.Search("gate", null, "harbour"), 2, 5);
        assertThat(found.items().get(0).getString("kind")).isEqualTo("ONLINE");
        assertThat(platform.lastQuery())
                .containsOnly(
                        Map.entry("keyword", "gate"),
                        Map.entry("centerId", "harbour"),
                        Map.entry("page", "2"),
                        Map.entry("pageSize", "5"));
        platform.answers(
                200, "{\"id\":\"j\",\"status\":\"STOPPED\",\"nodeCount\":2,\"endedAt\":\"2026-11-29T08:06:00Z\"}");
        assertThat(client.jobs().stop("j").endedAt()).isEqualTo("2026-11-29T08:06:00Z");
        assertThat(platform.lastCall()).isEqualTo("POST /platform/v1/jobs/j/stop ");
        platform.answers(204, "");
        client.jobs().delete("j");
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/jobs/j ");
    }

    @Test
    void whyAJobWaitsIsRead() {
        platform.answers(200, """
            {"jobId":"j","status":"PENDING","startsNext":false,"centers":[{"centerId":"c","constraint":"SHORT","tasks":1,"nodesWithRoom":0,
            "shortages":[{"node":"n1","cores":1}],"jobs":["k"]}],"changes":[{"steps":[{"kind":"FREE","node":"n1","cores":1}]}],
            "chosen":[{"taskId":"t","attempt":1,"centerId":"c","why":{"node":"n2"}}],"hitRate":{"made":100,"kept":93}}\
            """);
        Jobs.Placement placement = client.jobs().placement("j");
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/jobs/j/placement ");
        assertThat(placement.estimatedStart()).isNull();
        assertThat(placement.centers().get(0).shortages().get(0).cores()).isEqualTo(1);
        assertThat(placement.changes().get(0).steps().get(0).kind()).isEqualTo("FREE");
        assertThat(placement.chosen().get(0).why().getString("node")).isEqualTo("n2");
        assertThat(placement.hitRate()).isEqualTo(new Jobs.HitRate(100, 93));
    }

    @Test
    void sharesAreListedSetAndRemoved() {
        String share = "{\"organisationId\":\"" + ID + "\",\"weight\":2,\"quota\":{\"cores\":64}}";
        page(share);
        QueueShares.Share known = client.queueShares().list(2, 5).items().get(0);
        assertThat(known.quota()).isEqualTo(new QueueShares.Quota(64L, null, null));
        platform.answers(200, share);
        assertThat(client.queueShares().set(ID, new QueueShares.NewShare(2, known.quota())))
                .isEqualTo(known);
        assertThat(platform.lastCall())
                .isEqualTo("PUT /platform/v1/jobs/shares/" + ID + " {\"quota\":{\"cores\":64},\"weight\":2}");
        platform.answers(204, "");
        client.queueShares().remove(ID);
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/jobs/shares/" + ID + " ");
    }

    @Test
    void trainingJobsAreFilteredAndSorted() {
        platform.answers(200, "{\"items\":[],\"totalSize\":0}");
        client.trainingJobs()
                .list(
                        new TrainingJobs.Filter(null, "GPU", "RUNNING", LocalDateTime.of(2026, 11, 29, 16, 5), null),
                        new Part(2, 5, "name", true));
        assertThat(platform.lastQuery())
                .containsOnly(
                        Map.entry("page", "2"),
                        Map.entry("pageSize", "5"),
                        Map.entry("sort", "name"),
                        Map.entry("order", "asc"),
                        Map.entry("processor", "GPU"),
                        Map.entry("status", "RUNNING"),
                        Map.entry("createAfter", "2026-11-29 16:05:00"));
        client.trainingJobs().list(TrainingJobs.Filter.ALL, Part.FIRST);
        assertThat(platform.lastQuery()).containsOnlyKeys("page", "pageSize");
    }

    @Test
    void whatJobsCostIsSummedUpAndToldPieceByPiece() {
        page("{\"attempt\":\"t-1\",\"seconds\":60,\"nodes\":1,\"unitPrice\":0.0125,\"amount\":0.75}");
        assertThat(client.jobCosts().items("j", 2, 5).items().get(0).amount()).isEqualTo("0.75");
        assertThat(platform.lastCall()).startsWith("GET /platform/v1/jobs/j/costs/items?");
        platform.answers(200, "{\"items\":[{\"key\":\"c\",\"jobs\":12,\"nodeSeconds\":9,\"amount\":1080.00}]}");
        assertThat(client.jobCosts()
                        .sums(YearMonth.of(2026, 11), YearMonth.of(2026, 12), JobCosts.By.CENTER)
                        .get(0)
                        .jobs())
                .isEqualTo(12);
        assertThat(platform.lastQuery())
                .containsOnly(Map.entry("from", "2026-11"), Map.entry("to", "2026-12"), Map.entry("by", "CENTER"));
    }

    @Test
    void pricesAreListedAndAnnounced() {
        platform.answers(200, "{\"items\":[{\"specId\":\"s\",\"unitPrice\":0.0125}]}");
        assertThat(client.jobCosts().prices("s").get(0).validTo()).isNull();
        platform.answers(201, "{\"specId\":\"s\",\"unitPrice\":0.5}");
        Instant from = Instant.parse("2026-12-01T00:00:00Z");
        client.jobCosts().publish("s", new JobCosts.NewPrice(new BigDecimal("0.5"), null, from));
        assertThat(platform.lastCall())
                .isEqualTo(
                        "POST /platform/v1/specs/s/prices {\"unitPrice\":0.5,\"validFrom\":\"2026-12-01T00:00:00Z\"}");
        client.jobCosts().publish("s", new BigDecimal("0.5"));
        assertThat(platform.lastCall()).isEqualTo("POST /platform/v1/specs/s/prices {\"unitPrice\":0.5}");
    }

    @Test
    void whatIsRegisteredIsListedAndChanged() {
        page("{\"id\":\"c\",\"connected\":true}");
        assertThat(client.inventory().centers(true, 2, 5).items().get(0).connected())
                .isTrue();
        assertThat(platform.lastQuery()).containsEntry("connected", "true");
        page("{\"id\":\"i\",\"installedLib\":[\"python\"]}");
        Centers.Image image = client.inventory().images(null, 2, 5).items().get(0);
        assertThat(platform.lastQuery()).containsOnlyKeys("page", "pageSize");
        page("{\"id\":\"s\",\"cpu\":{\"cores\":4}}");
        Centers.Spec spec = client.inventory().specs(2, 5).items().get(0);

        platform.answers(200, "{\"id\":\"s\",\"cpu\":{\"cores\":4}}");
        assertThat(client.inventory().spec("s")).isEqualTo(spec);
        assertThat(client.centers().renameSpec("s", "A node")).isEqualTo(spec);
        assertThat(platform.lastCall()).isEqualTo("PATCH /platform/v1/specs/s {\"name\":\"A node\"}");
        platform.answers(200, "{\"id\":\"i\",\"installedLib\":[\"python\"]}");
        assertThat(client.inventory().image("i")).isEqualTo(image);
        Centers.ImageChange change =
                new Centers.ImageChange(null, "", null, null, null, null, null, null, List.of("python"));
        assertThat(client.centers().change("i", change)).isEqualTo(image);
        assertThat(platform.lastCall())
                .isEqualTo("PATCH /platform/v1/images/i {\"desc\":\"\",\"installedLib\":[\"python\"]}");
    }

    @Test
    void capacityIsThatOfAllCenters() {
        platform.answers(
                200,
                "{\"now\":\"2026-11-22T08:00:20Z\",\"centers\":[{\"id\":\"c\",\"nodes\":2,\"total\":{\"cores\":384}},{\"id\":\"d\"}]}");
        assertThat(client.inventory().capacity().centers())
                .satisfiesExactly(
                        center -> assertThat(center.total().cores()).isEqualTo(384),
                        silent -> assertThat(silent.total()).isNull());
    }
}
