package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.computility.client.TaskInfo.Area;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each call sends, word for word, and what it makes of the answer. */
class EveryCallTest {

    private static final UUID ID = UUID.fromString("5f0c9f0e-0000-4000-8000-000000000001");
    private static final UUID NEXT = UUID.fromString("5f0c9f0e-0000-4000-8000-000000000002");
    private static final String NODE = "11010800005050000001";
    private static final String PACKAGE = "1101150192508600000120231012203630000101";

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

    private record Told(String sent, Consumer<ComputilityClient> call) {

        @Override
        public String toString() {
            return sent;
        }
    }

    static Stream<Told> whatChangesSomething() {
        return Stream.of(
                new Told(
                        "POST /ACSMP/Keepalive {\"Code\":\"" + NODE + "\"}",
                        c -> c.nodes().keepAlive(NODE)),
                new Told(
                        "POST /ACSMP/UnRegister {\"Code\":\"" + NODE + "\",\"Password\":\"p\",\"Username\":\"u\"}",
                        c -> c.nodes().unregister(NODE, "u", "p")),
                new Told(
                        "DELETE /ACSMP/AlgoFilePackages/" + PACKAGE + " ",
                        c -> c.packages().delete(PACKAGE)),
                new Told(
                        "POST /ACSMP/AlgoFilePackages/Devices {\"AlgoFilePackageID\":\"" + PACKAGE
                                + "\",\"ComputilityCode\":\"" + NODE + "\"}",
                        c -> c.deliveries().deliver(PACKAGE, NODE)),
                new Told(
                        "DELETE /ACSMP/AlgoFilePackages/Devices/" + NODE + "/" + PACKAGE + " ",
                        c -> c.deliveries().remove(NODE, PACKAGE)),
                new Told(
                        "POST /ACSMP/AlgoServices/Devices/UnInstall {\"AlgoFilePackageID\":\"" + PACKAGE
                                + "\",\"AlgoServiceID\":\"s\",\"ComputilityCode\":\"" + NODE + "\"}",
                        c -> c.services().unload(new Services.Unload(PACKAGE, NODE, "s"))),
                new Told("POST /ACSMP/Tasks/7/Start ", c -> c.plans().start(7)),
                new Told("POST /ACSMP/Tasks/7/Stop ", c -> c.plans().stop(7)),
                new Told("DELETE /ACSMP/Tasks/7 ", c -> c.plans().delete(7)),
                new Told("DELETE /ACSMP/TaskInstances/i ", c -> c.instances().delete("i")),
                new Told(
                        "POST /ACSMP/TaskInstances/Start {\"IDs\":[\"i\",\"j\"]}",
                        c -> c.instances().start(List.of("i", "j"))),
                new Told(
                        "POST /ACSMP/TaskInstances/Stop {\"IDs\":[]}",
                        c -> c.instances().stop(List.of())),
                new Told(
                        "POST /ACSMP/TaskInstances {\"AlgoTaskInfos\":[{\"AlgoDefCode\":\"A\",\"StreamOptions\":"
                                + "{\"VideoStreamOptions\":{\"PlayType\":\"REALPLAY\",\"Url\":\"rtsp://h\"}}}],"
                                + "\"AutoStart\":true,\"TaskID\":7}",
                        c -> c.instances()
                                .add(new Instances.Addition(
                                        7, List.of(TaskInfo.ofStream("A", null, "rtsp://h", null)), true))));
    }

    @ParameterizedTest
    @MethodSource("whatChangesSomething")
    void aChangeIsSentAsTheStandardHasItAndNeedsNoData(Told told) {
        for (String answer : List.of(
                "{\"Code\":0,\"Message\":\"success\"}",
                "{\"Code\":0,\"Data\":null}",
                "{\"Code\":0,\"Data\":{\"x\":1}}")) {
            platform.answers(200, answer);

            told.call().accept(client);

            assertThat(platform.lastCall()).isEqualTo(told.sent());
            assertThat(platform.lastToken()).isEqualTo("t0ken");
        }
    }

    @ParameterizedTest
    @MethodSource("whatChangesSomething")
    void aChangeThatIsRefusedSaysSo(Told told) {
        platform.answers(409, "{\"Code\":40901,\"Message\":\"not now\"}");

        assertThat(catchThrowableOfType(
                        ComputilityException.class, () -> told.call().accept(client)))
                .hasMessage("not now")
                .extracting(ComputilityException::code)
                .isEqualTo("40901");
    }

    @Test
    void batchRunsAreStoppedRestartedAndRead() {
        platform.answers(202, "");
        client.batchRuns().stop(5);
        assertThat(platform.lastCall()).isEqualTo("POST /platform/v1/batch/runs/5/stop ");
        client.batchRuns().restart(5);
        assertThat(platform.lastCall()).isEqualTo("POST /platform/v1/batch/runs/5/restart ");

        platform.answers(
                200,
                "{\"id\":5,\"jobName\":\"j\",\"status\":\"FAILED\",\"progressFacts\":{\"rounds\":3},\"attempt\":2,"
                        + "\"exitMessage\":\"why\",\"endedAt\":\"2026-11-22T08:00:00Z\"}");
        BatchRuns.Run run = client.batchRuns().get(5);
        assertThat(run.progressFacts()).containsEntry("rounds", 3L);
        assertThat(run.attempt()).isEqualTo(2);
        assertThat(run.startedAt()).isNull();
        assertThat(run.endedAt()).isEqualTo("2026-11-22T08:00:00Z");
    }

    @Test
    void aPackageIsFetchedFromItsAddressByThePlatform() {
        platform.answers(200, "{\"Code\":0}");

        client.packages().importFrom(URI.create("https://h/p.tar?key=a%26b"), "0".repeat(32));

        assertThat(platform.lastCall())
                .startsWith("POST /ACSMP/AlgoFilePackages ")
                .contains("name=\"Url\"", "https://h/p.tar?key=a%26b", "name=\"MD5\"")
                .doesNotContain("name=\"File\"");
    }

    @Test
    void packagesAndCapabilitiesAreRead() {
        platform.answers(
                200,
                "{\"Code\":0,\"Data\":{\"AlgoFilePackageID\":\"" + PACKAGE
                        + "\",\"AlgoFilePackageVersion\":\"1.10\",\"CreatedDate\":\"\"}}");
        Packages.AlgorithmPackage read = client.packages().get(PACKAGE);
        assertThat(read.version()).isEqualTo("1.10");
        assertThat(read.createdDate()).isNull();
        assertThat(platform.lastCall()).isEqualTo("GET /ACSMP/AlgoFilePackages/" + PACKAGE + " ");

        platform.answers(200, "{\"Code\":0,\"Data\":{\"AlgoDefCode\":\"A-1.0\"}}");
        assertThat(client.packages().capability("A-1.0").getString("AlgoDefCode"))
                .isEqualTo("A-1.0");
        assertThat(platform.lastCall()).isEqualTo("GET /ACSMP/AlgoDef/A-1.0 ");
    }

    @Test
    void acceleratorsHaveBothNames() {
        platform.answers(
                200,
                "{\"items\":[{\"identifier\":\"NVIDIA-T4\",\"name\":\"英伟达-T4\",\"latinName\":\"NVIDIA T4\",\"kind\":\"CARD\","
                        + "\"brand\":\"NVIDIA\",\"type\":\"T4\"}],\"unlisted\":[{\"identifier\":\"ABACUS\",\"packages\":1,\"nodes\":2}]}");

        Packages.Accelerators known = client.packages().accelerators();

        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/accelerators ");
        assertThat(known.items())
                .containsExactly(new Packages.Accelerator("NVIDIA-T4", "英伟达-T4", "NVIDIA T4", "CARD", "NVIDIA", "T4"));
        assertThat(known.unlisted()).containsExactly(new Packages.UnlistedAccelerator("ABACUS", 1, 2));
    }

    @Test
    void quotasOfACapabilityAreRead() {
        platform.answers(200, "{\"Code\":0,\"Data\":{\"AlgoDefCode\":\"A-1.0\",\"QuotaUsed\":3,\"QuotaTotal\":30}}");
        assertThat(client.packages().onlineQuota("A-1.0")).isEqualTo(new Packages.Quota("A-1.0", 3, 30));
        assertThat(platform.lastCall()).isEqualTo("GET /ACSMP/AuthServer/Quota/A-1.0 ");
        assertThat(client.packages().offlineQuota("A-1.0").total()).isEqualTo(30);
        assertThat(platform.lastCall()).isEqualTo("GET /ACSMP/License/Quota/A-1.0 ");
    }

    @Test
    void deliveriesOfANodeAreListed() {
        platform.answers(
                200,
                "{\"Code\":0,\"Data\":[{\"AlgoFilePackageID\":\"" + PACKAGE
                        + "\",\"Status\":2,\"DownloadErrorMessage\":\"404\",\"ProgressUpdateTime\":\"2026-11-22 08:00:00.5\"}]}");

        assertThat(client.deliveries().on(NODE)).singleElement().satisfies(delivery -> {
            assertThat(delivery.progress()).isEqualTo(Deliveries.Progress.FAILED);
            assertThat(delivery.error()).isEqualTo("404");
            assertThat(delivery.updatedAt()).isEqualTo("2026-11-22T08:00:00.5");
        });
        assertThat(platform.lastCall())
                .isEqualTo("POST /ACSMP/AlgoFilePackages/Devices/Search {\"ComputilityCode\":\"" + NODE + "\"}");
    }

    @Test
    void servicesAreFoundAndRead() {
        platform.answers(
                200,
                "{\"Code\":0,\"Data\":{\"TotalSize\":9,\"Records\":[{\"AlgoServiceID\":\"s\","
                        + "\"Status\":\"RUNNING\",\"Replicas\":2,\"Env\":[{\"Name\":\"A\",\"Value\":\"1\"}]}]}}");
        Services.Found found = client.services().search(new Services.Search(NODE, "RUNNING", null, 1, 50));
        assertThat(found.totalSize()).isEqualTo(9);
        assertThat(found.records().get(0).env()).containsExactly(new Services.EnvItem("A", "1"));
        assertThat(platform.lastCall())
                .isEqualTo("POST /ACSMP/AlgoServices/Devices/Search {\"ComputilityCode\":\"" + NODE
                        + "\",\"PageNumber\":1,\"PageSize\":50,\"Status\":\"RUNNING\"}");

        platform.answers(200, "{\"Code\":0,\"Data\":{\"AlgoServiceID\":\"s\",\"Status\":\"ERROR\"}}");
        assertThat(client.services().get(NODE, "s").status()).isEqualTo("ERROR");
        assertThat(platform.lastCall()).isEqualTo("GET /ACSMP/AlgoServices/Devices/" + NODE + "/s ");
    }

    @Test
    void scalingRulesAreMadeReadChangedAndRemoved() {
        UUID id = UUID.fromString("1f3a2b6c-0f43-4d1b-9a57-3c1b6f0f7e11");
        String path = "/platform/v1/serving/scaling-rules";
        platform.answers(201, "{\"id\":\"" + id + "\",\"algoDefCode\":\"M\",\"maxReplicas\":4}");
        assertThat(client.scaling()
                        .make(new Scaling.NewRule("M", null, 4, null, 70, null, "1101"))
                        .id())
                .isEqualTo(id);
        assertThat(platform.lastCall())
                .isEqualTo("POST " + path
                        + " {\"algoDefCode\":\"M\",\"maxReplicas\":4,\"near\":\"1101\",\"targetPercent\":70}");
        client.scaling().change(id, new Scaling.Bounds(2, 5, null, null, null, null));
        assertThat(platform.lastCall()).isEqualTo("PUT " + path + "/" + id + " {\"maxReplicas\":5,\"minReplicas\":2}");
        assertThat(client.scaling().get(id).maxReplicas()).isEqualTo(4);
        assertThat(platform.lastCall()).isEqualTo("GET " + path + "/" + id + " ");

        platform.answers(
                200,
                "{\"items\":[{\"id\":7,\"reason\":\"STEADY\",\"seen\":{\"taken\":3}}],\"page\":1,\"pageSize\":5,\"total\":9}");
        Page<Scaling.Decision> decisions = client.scaling().decisions(id, 1, 5);
        assertThat(decisions.items().get(0).seen().taken()).isEqualTo(3);
        assertThat(platform.lastCall()).startsWith("GET " + path + "/" + id + "/decisions?");
        platform.answers(200, "{\"items\":[{\"id\":\"" + id + "\"}],\"page\":1,\"pageSize\":5,\"total\":9}");
        assertThat(client.scaling().list(1, 5).items().get(0).id()).isEqualTo(id);
        assertThat(platform.lastCall()).startsWith("GET " + path + "?");
        platform.answers(204, "");
        client.scaling().remove(id);
        assertThat(platform.lastCall()).isEqualTo("DELETE " + path + "/" + id + " ");
    }

    @Test
    void evaluationsAreMadeReadAndRemoved() {
        String path = "/platform/v1/evaluations";
        platform.answers(
                201,
                "{\"id\":\"" + ID
                        + "\",\"clock\":\"MEDIA\",\"candidates\":[{\"label\":\"a\",\"f1\":0.8,\"ends\":{\"ERROR\":2},"
                        + "\"services\":[{\"serviceId\":\"" + NEXT + "\"}]}]}");
        Evaluations.Evaluation made = client.evaluations()
                .make(new Evaluations.NewEvaluation(
                        "n",
                        null,
                        null,
                        null,
                        List.of(new Evaluations.Candidate("a", List.of(NEXT))),
                        List.of(Evaluations.Truth.inFile(1, 2.5, new Evaluations.Box(0, 0, 1, 0.5))),
                        new Evaluations.Tolerance(2.0, null)));
        assertThat(platform.lastCall())
                .isEqualTo("POST " + path + " {\"candidates\":[{\"instanceIds\":[\"" + NEXT
                        + "\"],\"label\":\"a\"}],\"name\":\"n\",\"tolerance\":{\"seconds\":2.0},\"truth\":[{\"box\":"
                        + "{\"height\":0.5,\"width\":1.0,\"x\":0.0,\"y\":0.0},\"mediaFrom\":1.0,\"mediaTo\":2.5}]}");
        Evaluations.Score score = made.candidates().get(0);
        assertThat(score.f1()).isEqualTo(0.8);
        assertThat(score.precision()).isNull();
        assertThat(score.ends()).containsEntry("ERROR", 2L);
        assertThat(score.services().get(0).serviceId()).isEqualTo(NEXT);
        assertThat(client.evaluations().get(ID).clock()).isEqualTo("MEDIA");
        assertThat(platform.lastCall()).isEqualTo("GET " + path + "/" + ID + " ");

        platform.answers(200, "{\"items\":[{\"id\":\"" + ID + "\"}],\"page\":1,\"pageSize\":5,\"total\":1}");
        assertThat(client.evaluations().list(1, 5).items().get(0).id()).isEqualTo(ID);
        assertThat(platform.lastCall()).startsWith("GET " + path + "?");
        platform.answers(204, "");
        client.evaluations().remove(ID);
        assertThat(platform.lastCall()).isEqualTo("DELETE " + path + "/" + ID + " ");
    }

    @Test
    void servicesGetMoreReplicas() {
        platform.answers(200, "{\"serviceId\":\"s\",\"replicas\":3,\"streams\":12}");
        assertThat(client.services().replicas("s", 3).streams()).isEqualTo(12);
        assertThat(platform.lastCall()).isEqualTo("PUT /platform/v1/serving/services/s/replicas {\"replicas\":3}");
    }

    @Test
    void aPeriodicPlanIsCreatedWithItsTasks() {
        platform.answers(200, "{\"Code\":0,\"Data\":13}");
        TaskInfo.Rule rule = new TaskInfo.Rule(
                List.of(Area.rectangle(1, 0, 0, 1, 1)), List.of(), null, List.of("http://h/in"), Map.of());

        long id = client.plans()
                .create(Plans.NewPlan.periodic("p", List.of(TaskInfo.ofStream("A", "d", "rtsp://h/1", List.of(rule)))));

        assertThat(id).isEqualTo(13);
        assertThat(platform.lastCall())
                .contains("\"Mode\":\"PERIODIC\"", "\"AutoRestart\":true", "\"AutoStart\":false")
                .contains("\"ResultReceiveUrl\":[\"http://h/in\"]", "\"AreaType\":\"POLYGON\"")
                .doesNotContain("InspectionPlan", "null");
    }

    @Test
    void aPlanFollowsItsWindows() {
        platform.answers(200, "{\"Code\":0,\"Data\":13}");
        client.plans().create(Plans.NewPlan.periodic("p", List.of()).in(List.of("1,7:00,9:00")));
        assertThat(platform.lastCall()).contains("\"PlanDayTime\":[\"1,7:00,9:00\"]");
        client.plans().change(13, Plans.Change.windows(List.of()));
        assertThat(platform.lastCall()).isEqualTo("PUT /ACSMP/Tasks/13 {\"PlanDayTime\":[]}");

        platform.answers(
                200,
                "{\"planId\":13,\"open\":false,\"opensAt\":\"2026-11-29T23:00:00Z\",\"coming\":[],\"heldInstances\":3}");
        Plans.Windows windows = client.plans().windows(13);
        assertThat(platform.lastCall()).isEqualTo("GET /platform/v1/plans/13/windows ");
        assertThat(windows.opensAt()).isEqualTo("2026-11-29T23:00:00Z");
        assertThat(windows.heldInstances()).isEqualTo(3);
    }

    @Test
    void followersOfAPlanAndTheirFindingsAreRead() {
        platform.answers(
                200,
                "{\"followersPlanId\":14,\"open\":0,\"done\":1,\"failed\":0,\"stopped\":0,\"missed\":2,\"items\":[{\"parentResult\":\""
                        + ID
                        + "\",\"follower\":\"P\",\"depth\":1,\"state\":\"DONE\"}],\"page\":1,\"pageSize\":5,\"total\":1}");
        Plans.Followers followers = client.plans().followers(13, 1, 5);
        assertThat(platform.lastCall()).startsWith("GET /platform/v1/plans/13/followers?");
        assertThat(followers.missed()).isEqualTo(2);
        assertThat(followers.items().get(0).parentResult()).isEqualTo(ID);

        platform.answers(
                200,
                "{\"items\":[{\"id\":\"" + NEXT + "\",\"parentResult\":\"" + ID
                        + "\"}],\"page\":1,\"pageSize\":5,\"total\":1}");
        assertThat(client.results().following(ID, 1, 5).items().get(0).parentResult())
                .isEqualTo(ID);
        assertThat(platform.lastQuery()).contains(Map.entry("parentResult", ID.toString()));
    }

    @Test
    void anInstanceIsReadAsItIs() {
        platform.answers(200, "{\"Code\":0,\"Data\":{\"ID\":\"i\",\"Future\":[1]}}");

        assertThat(client.instances().get("i").getJsonArray("Future")).hasSize(1);
        assertThat(platform.lastCall()).isEqualTo("GET /ACSMP/TaskInstances/i ");
    }

    @Test
    void resultsAreSoughtByAllThatIsSaid() {
        platform.answers(200, "{\"items\":[],\"page\":3,\"pageSize\":10,\"total\":0}");
        Instant from = Instant.parse("2026-11-22T08:00:00Z");

        Page<Results.Result> page =
                client.results().search(new Results.Search(13L, ID, "A-1", "d", from, from.plusSeconds(60), 3, 10));

        assertThat(page.items()).isEmpty();
        assertThat(platform.lastQuery())
                .containsExactly(
                        Map.entry("planId", "13"),
                        Map.entry("instanceId", ID.toString()),
                        Map.entry("algoDefCode", "A-1"),
                        Map.entry("deviceId", "d"),
                        Map.entry("from", "2026-11-22T08:00:00Z"),
                        Map.entry("to", "2026-11-22T08:01:00Z"),
                        Map.entry("page", "3"),
                        Map.entry("pageSize", "10"));
    }

    @Test
    void accountsAreListed() {
        platform.answers(
                200,
                "{\"items\":[{\"id\":\"" + ID
                        + "\",\"username\":\"u\",\"roles\":[\"AUDITOR\",\"OPERATOR\"]}],\"page\":1,"
                        + "\"pageSize\":20,\"total\":1}");

        assertThat(client.accounts().list(1, 20).items()).singleElement().satisfies(account -> {
            assertThat(account.roles()).containsExactlyInAnyOrder("AUDITOR", "OPERATOR");
            assertThat(account.computeCode()).isNull();
        });
        assertThat(platform.lastQuery()).containsOnly(Map.entry("page", "1"), Map.entry("pageSize", "20"));
    }

    @Test
    void nodesAreMonitoredByTheirCode() {
        platform.answers(
                200,
                "{\"Code\":0,\"Data\":{\"Total\":1,\"PageContent\":[{\"ComputilityCode\":\"" + NODE
                        + "\",\"DeviceInfos\":[{\"IsOnline\":true},{\"IsOnline\":false}]},{\"ComputilityCode\":\"2\",\"DeviceInfos\":[]}]}}");

        assertThat(client.nodes().monitor(NODE))
                .extracting(Nodes.Monitored::isOnline)
                .containsExactly(false, false);
        assertThat(platform.lastCall()).isEqualTo("POST /ACSMP/Computility {\"ComputilityCode\":\"" + NODE + "\"}");
    }

    @Test
    void secretsStayOutOfLogs() {
        assertThat(List.of(
                        new Nodes.Registration(NODE, "AI_BOX", "h", 1, "u", "s3cret", true).toString(),
                        new Nodes.UnRegistration(NODE, "u", "s3cret").toString(),
                        new Accounts.NewAccount("u", "s3cret", ID, null, null).toString(),
                        new Accounts.AccountChange("s3cret", null, true).toString()))
                .noneMatch(text -> text.contains("s3cret"));
    }
}
