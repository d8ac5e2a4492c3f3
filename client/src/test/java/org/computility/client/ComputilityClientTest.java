package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.client.Accounts.AccountChange;
import org.computility.client.Accounts.NewAccount;
import org.computility.client.Deliveries.Progress;
import org.computility.client.Packages.PackageSearch;
import org.computility.client.Plans.NewInspection;
import org.computility.client.Plans.NewPlan;
import org.computility.client.TaskInfo.Area;
import org.computility.client.TaskInfo.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputilityClientTest {

    private static final String ID = "5f0c9f0e-0000-4000-8000-000000000001";
    private static final String PACKAGE = "1101150192508600000120231012203630000101";
    private static final String NODE = "11010800005050000001";

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

    @Test
    void logsInAndShowsTheTokenFromThenOn() {
        platform.answers(200, "{\"token\":\"fresh\",\"expiresAt\":\"2026-11-22T08:00:00Z\"}");
        ComputilityClient loggedIn = ComputilityClient.at(platform.uri()).login("admin", "pässword");
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/tokens {\"password\":\"pässword\",\"username\":\"admin\"}");
        assertThat(platform.lastToken()).isNull();

        platform.answers(204, "");
        loggedIn.logout();
        assertThat(platform.lastCall()).isEqualTo("DELETE /platform/v1/tokens/current ");
        assertThat(platform.lastToken()).isEqualTo("fresh");
    }

    @Test
    void opensAccountsInAnOrganisation() {
        platform.answers(201, "{\"id\":\"" + ID + "\",\"name\":\"Harbour\",\"createdAt\":\"2026-11-22T08:00:00Z\"}");
        UUID organisation = client.accounts().foundOrganisation("Harbour").id();
        assertThat(organisation).hasToString(ID);

        platform.answers(
                201,
                "{\"id\":\"" + ID + "\",\"username\":\"node1\",\"organisationId\":\"" + ID
                        + "\",\"roles\":[\"DEVICE\"],\"enabled\":true}");
        NewAccount wanted = new NewAccount("node1", "secret", organisation, Set.of("DEVICE"), NODE);
        assertThat(client.accounts().open(wanted).roles()).containsExactly("DEVICE");
        assertThat(platform.lastCall())
                .startsWith("POST /platform/v1/accounts {")
                .contains("\"computeCode\":\"" + NODE);
        assertThat(wanted.toString()).doesNotContain("secret");
    }

    @Test
    void changesAnAccountWithPatch() {
        platform.answers(200, "{\"id\":\"" + ID + "\",\"enabled\":false}");

        assertThat(client.accounts()
                        .change(UUID.fromString(ID), new AccountChange(null, null, false))
                        .enabled())
                .isFalse();
        assertThat(platform.lastCall()).isEqualTo("PATCH /platform/v1/accounts/" + ID + " {\"enabled\":false}");
    }

    @Test
    void readsPagesOfThePlatform() {
        platform.answers(200, "{\"items\":[{\"name\":\"Harbour\"}],\"page\":2,\"pageSize\":1,\"total\":7}");

        Page<Accounts.Organisation> page = client.accounts().organisations(2, 1);

        assertThat(page.total()).isEqualTo(7);
        assertThat(page.items()).extracting(Accounts.Organisation::name).containsExactly("Harbour");
        assertThat(platform.lastCall())
                .startsWith("GET /platform/v1/organisations?")
                .contains("page=2", "pageSize=1");
    }

    @Test
    void sendsAPackageWithItsChecksum(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.tar"), "the bytes");
        platform.answers(200, "{\"Code\":0,\"Message\":\"success\"}");

        client.packages().importFile(file, "00112233445566778899aabbccddeeff");

        assertThat(platform.lastCall())
                .startsWith("POST /ACSMP/AlgoFilePackages ")
                .contains("name=\"MD5\"", "00112233445566778899aabbccddeeff", "name=\"File\"", "the bytes");
    }

    @Test
    void findsPackagesWithTheStandardsDates() {
        platform.answers(
                200,
                "{\"Code\":0,\"Message\":\"success\",\"Data\":[{\"AlgoFilePackageID\":\"" + PACKAGE
                        + "\",\"Unknown\":{},\"CreatedDate\":\"2023-04-24 23:15:22\"}]}");

        assertThat(client.packages().search(PackageSearch.ALL))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.createdDate()).isEqualTo(LocalDateTime.of(2023, 4, 24, 23, 15, 22)));
        assertThat(platform.lastCall()).isEqualTo("POST /ACSMP/AlgoFilePackages/Search {}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9})
    void namesTheProgressOfADelivery(int status) {
        platform.answers(200, "{\"Code\":0,\"Data\":{\"Status\":" + status + ",\"DownloadProgress\":0.5}}");

        assertThat(client.deliveries().get(NODE, PACKAGE).progress())
                .isEqualTo(List.of(Progress.DOWNLOADING, Progress.FAILED, Progress.DONE, Progress.UNKNOWN)
                        .get(Math.min(status, 4) - 1));
        assertThat(platform.lastCall()).isEqualTo("GET /ACSMP/AlgoFilePackages/Devices/" + NODE + "/" + PACKAGE + " ");
    }

    @Test
    void loadsAService() {
        platform.answers(200, "{\"Code\":0,\"Data\":\"" + ID + "\"}");

        String service = client.services()
                .load(new Services.Load(PACKAGE, NODE, List.of(new Services.EnvItem("LOG_LEVEL", "INFO")), null, 2));

        assertThat(service).isEqualTo(ID);
        assertThat(platform.lastCall())
                .contains("\"Env\":[{\"Name\":\"LOG_LEVEL\",\"Value\":\"INFO\"}]", "\"Replicas\":2")
                .doesNotContain("LicenseFile");
    }

    @Test
    void createsAnInspectionPlan() {
        platform.answers(200, "{\"Code\":0,\"Data\":13}");
        Rule rule = new Rule(List.of(Area.rectangle(0, 0, 0, 0.5, 1)), null, "E", null, Map.of("threshold", 0.2));
        TaskInfo info = TaskInfo.ofStream("A-1.0.0", "dev", "rtsp://h/1", List.of(rule));

        long id = client.plans().create(NewPlan.inspection("p", new NewInspection(2, 10, 1, List.of(info))));

        assertThat(id).isEqualTo(13);
        assertThat(platform.lastCall())
                .startsWith("POST /ACSMP/Tasks {")
                .contains("\"Mode\":\"INSPECTIVE\"", "\"Concurrency\":2", "\"PlayType\":\"REALPLAY\"", "\"PointX\":0.5")
                .doesNotContain("AlgoTaskInfos");
    }

    @Test
    void startsAndReadsAPlan() {
        platform.answers(200, "{\"Code\":0,\"Message\":\"success\"}");
        client.plans().start(13);
        assertThat(platform.lastCall()).isEqualTo("POST /ACSMP/Tasks/13/Start ");

        platform.answers(
                200,
                "{\"Code\":0,\"Data\":{\"TaskID\":13,\"Status\":\"ON\",\"InspectionPlan\":"
                        + "{\"Concurrency\":2,\"RoundCount\":1,\"Progress\":33.3},\"RunningCount\":2}}");
        Plans.Plan plan = client.plans().get(13);
        assertThat(plan.isOn()).isTrue();
        assertThat(plan.inspection().progress()).isEqualTo(33.3);
        assertThat(plan.runningCount()).isEqualTo(2);
    }

    @Test
    void findsInstances() {
        platform.answers(
                200,
                "{\"Code\":0,\"Data\":{\"TotalSize\":1,\"PageContent\":[{\"ID\":\"" + ID
                        + "\",\"Status\":\"RUNNING\",\"DeviceID\":\"dev\"}]}}");

        Instances.Found found =
                client.instances().search(new Instances.Search(13L, null, new Instances.PageRequest(1, 50)));

        assertThat(found.content()).singleElement().extracting(TaskInfo::status).isEqualTo("RUNNING");
        assertThat(platform.lastCall()).contains("\"TaskID\":13", "\"PageSize\":50");
    }

    @Test
    void findsResultsOfAPlan() {
        platform.answers(
                200,
                "{\"items\":[{\"id\":\"" + ID + "\",\"sequence\":3,\"time\":\"2026-11-22T08:00:03.480Z\","
                        + "\"mediaTime\":3.48,\"data\":{\"type\":\"ALERT\"}}],\"page\":1,\"pageSize\":20,\"total\":1}");

        Results.Result result = client.results()
                .search(Results.Search.ofPlan(13, 1, 20))
                .items()
                .get(0);

        assertThat(result.time()).isEqualTo(Instant.parse("2026-11-22T08:00:03.480Z"));
        assertThat(result.data().getString("type")).isEqualTo("ALERT");
        assertThat(platform.lastCall()).startsWith("GET /platform/v1/results?planId=13&");
    }

    @Test
    void listsBatchRuns() {
        platform.answers(
                200,
                "{\"items\":[{\"id\":1,\"jobName\":\"run-inspection\",\"status\":\"STARTED\",\"progressPercent\":50.0}],"
                        + "\"page\":1,\"pageSize\":20,\"total\":1}");

        assertThat(client.batchRuns().list(1, 20).items())
                .singleElement()
                .satisfies(run -> assertThat(run.progressPercent()).isEqualTo(50));
    }

    @Test
    void registersANode() {
        platform.answers(200, "{\"Code\":0,\"Data\":{\"Token\":\"n0de\"}}");

        String token = client.nodes()
                .register(new Nodes.Registration(NODE, "AI_BOX", "127.0.0.1", 9000, "node1", "secret", true));

        assertThat(token).isEqualTo("n0de");
        assertThat(platform.lastCall()).contains("\"IP\":\"127.0.0.1\"", "\"SupportAlgoService\":true");
    }

    @Test
    void seesWhichNodesAreOnline() {
        platform.answers(
                200,
                "{\"Code\":0,\"Data\":{\"Total\":2,\"PageContent\":["
                        + "{\"ComputilityCode\":\"1\",\"DeviceInfos\":[{\"IsOnline\":true}]},"
                        + "{\"ComputilityCode\":\"2\",\"DeviceInfos\":[{\"IsOnline\":false}]}]}}");

        assertThat(client.nodes().monitor(null))
                .extracting(Nodes.Monitored::isOnline)
                .containsExactly(true, false);
        assertThat(platform.lastCall()).isEqualTo("POST /ACSMP/Computility {}");
    }

    @Test
    void movesACapability() {
        platform.answers(200, "{\"code\":\"A-1\",\"status\":\"APPLYING\"}");

        client.packages().moveCapability("A-1", "APPLYING");

        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/capabilities/A-1/status {\"status\":\"APPLYING\"}");
    }

    @Test
    void tellsWhyTheStandardsSideRefused() {
        platform.answers(409, "{\"Code\":40901,\"Message\":\"a service runs\",\"RequestID\":\"r-1\"}");

        ComputilityException failure = failure(() -> client.packages().delete(PACKAGE));

        assertThat(failure).hasMessage("a service runs");
        assertThat(failure.status()).isEqualTo(409);
        assertThat(failure.code()).isEqualTo("40901");
        assertThat(failure.requestId()).isEqualTo("r-1");
    }

    @Test
    void tellsWhyThePlatformsSideRefused() {
        platform.answers(
                409,
                "{\"title\":\"Conflict\",\"detail\":\"taken\",\"code\":\"organisation-exists\",\"requestId\":\"r\"}");

        ComputilityException failure = failure(() -> client.accounts().foundOrganisation("x"));

        assertThat(failure).hasMessage("taken");
        assertThat(failure.code()).isEqualTo("organisation-exists");
    }

    @Test
    void takesAFailureCodeSeriouslyWhateverTheStatus() {
        platform.answers(200, "{\"Code\":50000,\"Message\":\"no\"}");

        assertThat(failure(() -> client.plans().start(1)).code()).isEqualTo("50000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>", "", "[]", "{\"Code\":0,\"Data\":{\"TaskID\":\"many\"}}", "{\"Code\":0,\"Data\":[1]}"})
    void callsAnAnswerWithoutSenseGarbled(String body) {
        platform.answers(200, body);

        assertThat(failure(() -> client.plans().get(1)).code()).isEqualTo("garbled");
    }

    @Test
    void saysWhenNobodyAnswers() {
        URI nobody = platform.uri();
        platform.close();

        ComputilityException failure =
                failure(() -> ComputilityClient.at(nobody).login("a", "b"));

        assertThat(failure.code()).isEqualTo("unreachable");
        assertThat(failure.status()).isZero();
    }

    private static ComputilityException failure(ThrowingCallable call) {
        return catchThrowableOfType(ComputilityException.class, call);
    }
}
