package org.computility.connector.accelerator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.accelerator.DeliveredPackage;
import org.computility.connector.accelerator.LoadedService;
import org.computility.connector.accelerator.PackageDelivery;
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.connector.accelerator.TaskOutcome;
import org.computility.connector.accelerator.TaskOutcome.Kind;
import org.computility.connector.accelerator.TaskReport;
import org.computility.connector.accelerator.TaskStart;
import org.computility.connector.http.RuntimeHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceleratorClientTest {

    private static final String CODE = "11010800005050000001";

    private final RuntimeHttp http = new RuntimeHttp(Duration.ofSeconds(2));
    private FakeNode node;
    private AcceleratorClient client;

    @BeforeEach
    void startNode() throws IOException {
        node = new FakeNode();
        client = new AcceleratorClient(http, node.address(CODE), Duration.ofSeconds(5));
    }

    @AfterEach
    void stopNode() {
        node.close();
        http.close();
    }

    @Test
    void showsTheSharedCredential() throws RuntimeFailure {
        node.answers("GET /ACSMP/Computility", "{\"DeviceID\":\"d\"}");

        assertThat(client.inspect())
                .extracting(device -> device.getString("DeviceID"))
                .containsExactly("d");

        String credential = Base64.getEncoder().encodeToString("node:sécret".getBytes(StandardCharsets.UTF_8));
        assertThat(node.requests()).containsExactly("GET /ACSMP/Computility Basic " + credential + " ");
    }

    @Test
    void readsTheFiguresOfOneMachineOrOfSeveral() throws RuntimeFailure {
        node.answers("GET /ACSMP/Computility", "[{\"DeviceID\":\"a\"},{\"DeviceID\":\"b\"}]");

        assertThat(client.inspect())
                .extracting(device -> device.getString("DeviceID"))
                .containsExactly("a", "b");

        node.answers("GET /ACSMP/Computility", "[1]");
        assertThat(failure(() -> client.inspect()).reason()).isEqualTo(Reason.GARBLED);
    }

    @Test
    void cleansWhatADatabaseCannotHoldAndKeepsTheRest() throws RuntimeFailure {
        node.answers(
                "GET /ACSMP/Computility",
                "[{\"HostName\":\"a\\u0000b\",\"OS\":\"\\ud800\",\"Note\\u0000\":1,\"Memory\":1e400,\"Disk\":1e200000,"
                        + "\"DiskUsed\":-1e999999999,\"Cpu\":4.0,\"XpuMonitors\":[{\"XpuType\":\"x\\u0000\"},1e309]},"
                        + "{\"HostName\":\"\\ud83d\\ude00\"}]");

        assertThat(client.inspect())
                .extracting(JsonObject::toString)
                .containsExactly(
                        "{\"HostName\":\"a\ufffdb\",\"OS\":\"\ufffd\",\"Note\ufffd\":1,\"Cpu\":4,"
                                + "\"XpuMonitors\":[{\"XpuType\":\"x\ufffd\"}]}",
                        "{\"HostName\":\"\ud83d\ude00\"}");
    }

    @Test
    void anEntryWithATimeWithoutSenseFailsNoOther() throws RuntimeFailure {
        node.answers(
                "GET /ACSMP/Tasks",
                "[{\"TaskID\":\"a\",\"Status\":\"RUNNING\",\"StartedAt\":\"yesterday\"},"
                        + "{\"TaskID\":\"b\",\"Status\":\"ERROR\",\"Message\":\"x\\u0000\",\"Frames\":1e200000}]");

        assertThat(client.tasks())
                .containsExactly(
                        new TaskReport("a", null, "RUNNING", null, null, null, 0),
                        new TaskReport("b", null, "ERROR", "x\ufffd", null, null, 0));
    }

    @Test
    void deliversListsAndRemovesPackages() throws RuntimeFailure {
        node.answers("POST /ACSMP/AlgoFilePackages", "null")
                .answers("DELETE /ACSMP/AlgoFilePackages/a%2Fb%20c", 200, "{\"Code\":0,\"Message\":\"success\"}")
                .answers("GET /ACSMP/AlgoFilePackages", """
                        [{"AlgoFilePackageID":"p","Status":2,"DownloadProgress":0.25,
                          "ProgressUpdateTime":"2026-11-22T08:00:00.5Z","DownloadErrorMessage":"disk full"}]""");

        client.deliverPackage(new PackageDelivery("p", URI.create("http://h/p?k=1"), "ab", 7));
        client.removePackage("a/b c");

        assertThat(node.requests().get(0))
                .endsWith("{\"AlgoFilePackageID\":\"p\",\"Url\":\"http://h/p?k=1\",\"MD5\":\"ab\",\"Size\":7}");
        assertThat(client.packages())
                .containsExactly(
                        new DeliveredPackage("p", 2, 0.25, Instant.parse("2026-11-22T08:00:00.5Z"), "disk full"));
    }

    @Test
    void loadsListsAndUnloadsServices() throws RuntimeFailure {
        node.answers("POST /ACSMP/AlgoServices", "null")
                .answers("DELETE /ACSMP/AlgoServices/s", "null")
                .answers(
                        "GET /ACSMP/AlgoServices",
                        "[{\"AlgoServiceID\":\"s\",\"AlgoFilePackageID\":\"p\",\"Status\":\"RUNNING\",\"Replicas\":2,"
                                + "\"XpuType\":\"NVIDIA-A2\"}]");

        client.loadService(new ServiceLoad("s", "p", Map.of("LEVEL", "3"), null, 2, 4, List.of("M", "N")));
        client.unloadService("s");

        assertThat(node.requests().get(0))
                .endsWith("{\"AlgoServiceID\":\"s\",\"AlgoFilePackageID\":\"p\","
                        + "\"Env\":[{\"Name\":\"LEVEL\",\"Value\":\"3\"}],\"Replicas\":2,"
                        + "\"StreamsPerReplica\":4,\"AlgoDefCodes\":[\"M\",\"N\"]}");
        assertThat(client.services()).containsExactly(new LoadedService("s", "p", "RUNNING", 2, null, "NVIDIA-A2"));
    }

    @Test
    void startsAndStopsTasksWithOneOutcomeEach() throws RuntimeFailure {
        node.answers(
                        "POST /ACSMP/Tasks/Start",
                        "[{\"TaskID\":\"1\",\"Code\":0,\"Message\":\"success\"},"
                                + "{\"TaskID\":\"2\",\"Code\":40900,\"Message\":\"full\"}]")
                .answers("POST /ACSMP/Tasks/Stop", "[{\"TaskID\":\"1\",\"Code\":0}]");

        assertThat(client.startTasks(List.of(task("1", Duration.ofSeconds(10)), task("2", null))))
                .containsExactly(new TaskOutcome("1", Kind.ACCEPTED, null), new TaskOutcome("2", Kind.NOT_NOW, "full"));
        assertThat(client.stopTasks(List.of("1"))).containsExactly(new TaskOutcome("1", Kind.ACCEPTED, null));
        assertThat(node.requests().get(0)).contains("\"DurationLimit\":10").containsOnlyOnce("DurationLimit");
        assertThat(node.requests().get(1)).endsWith("{\"TaskIDs\":[\"1\"]}");
    }

    @Test
    void asksNobodyToStartNothing() throws RuntimeFailure {
        assertThat(client.startTasks(List.of())).isEmpty();
        assertThat(node.requests()).isEmpty();
    }

    @Test
    void refusesOutcomesOfOtherTasks() {
        node.answers("POST /ACSMP/Tasks/Stop", "[{\"TaskID\":\"2\",\"Code\":0}]");

        assertThat(failure(() -> client.stopTasks(List.of("1"))).reason()).isEqualTo(Reason.GARBLED);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 409, 425, 429, 500, 502, 503, 504})
    void aNodeThatTakesNoCallForNowHasRefusedNoTask(int status) throws RuntimeFailure {
        node.answers("POST /ACSMP/Tasks/Start", status, "{\"Code\":" + status + ",\"Message\":\"come back later\"}");

        List<TaskOutcome> outcomes = client.startTasks(List.of(task("1", null), task("2", null)));

        assertThat(outcomes).extracting(TaskOutcome::taskId).containsExactly("1", "2");
        assertThat(outcomes).extracting(TaskOutcome::kind).containsOnly(Kind.CLOSED);
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.message())
                        .contains(status < 405 ? "does not accept the credential" : "come back later"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 422, 501})
    void anyOtherRefusalOfAWholeStartIsForGood(int status) {
        node.answers("POST /ACSMP/Tasks/Start", status, "{\"Code\":40900,\"Message\":\"no such area\"}");

        RuntimeFailure failure = failure(() -> client.startTasks(List.of(task("1", null))));

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure).hasMessageContaining("no such area");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"TaskID\":\"1\",\"Code\":\"busy\"}", "{\"TaskID\":\"1\"}"})
    void anOutcomeWithoutACodeIsNoDecision(String outcome) {
        node.answers("POST /ACSMP/Tasks/Start", "[" + outcome + "]");

        assertThat(failure(() -> client.startTasks(List.of(task("1", null)))).reason())
                .isEqualTo(Reason.GARBLED);
    }

    @Test
    void listsTasks() throws RuntimeFailure {
        node.answers(
                "GET /ACSMP/Tasks",
                "[{\"TaskID\":\"t\",\"AlgoServiceID\":\"s\",\"Status\":\"FINISHED\",\"Message\":\"\",\"Frames\":250,"
                        + "\"StartedAt\":\"2026-11-22T08:00:00Z\",\"EndedAt\":\"2026-11-22T16:00:10+08:00\"}]");

        Instant start = Instant.parse("2026-11-22T08:00:00Z");
        assertThat(client.tasks())
                .containsExactly(new TaskReport("t", "s", "FINISHED", null, start, start.plusSeconds(10), 250));
    }

    @Test
    void passesOnWhyTheNodeRefused() {
        node.answers("DELETE /ACSMP/AlgoFilePackages/p", 409, "{\"Code\":40900,\"Message\":\"service s is loaded\"}");

        RuntimeFailure failure = failure(() -> client.removePackage("p"));

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure).hasMessageContaining("service s is loaded").hasMessageContaining(CODE);
    }

    @Test
    void neverShowsThePasswordInAMessage() {
        node.answers("GET /ACSMP/Tasks", 500, "{\"Code\":50000,\"Message\":\"no\"}");

        assertThat(failure(client::tasks).toString()).doesNotContain("sécret");
    }

    @Test
    void tellsAWrongCredentialFromARefusal() {
        node.answers("GET /ACSMP/Tasks", 401, "{\"Code\":40100,\"Message\":\"who are you\"}");

        assertThat(failure(client::tasks).reason()).isEqualTo(Reason.NOT_ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>It works!</html>",
                "",
                "[]",
                "{\"Code\":\"zero\",\"Data\":[]}",
                "{\"Message\":\"success\"}",
                "{\"Code\":0,\"Data\":{}}",
                "{\"Code\":0,\"Data\":[7]}",
                "{\"Code\":0,\"Data\":[{}]}",
                "{\"Code\":0,\"Data\":[{\"TaskID\":\"t\""
            })
    void callsAnAnswerWithoutSenseGarbled(String body) {
        node.answers("GET /ACSMP/Tasks", 200, body);

        assertThat(failure(client::tasks).reason()).isEqualTo(Reason.GARBLED);
    }

    @Test
    void stopsReadingAnAnswerWithoutEnd() {
        node.answers("GET /ACSMP/Tasks", 200, " ".repeat(17 * 1024 * 1024));

        RuntimeFailure failure = failure(client::tasks);

        assertThat(failure.reason()).isEqualTo(Reason.GARBLED);
        assertThat(failure).hasMessageContaining("larger than");
    }

    @Test
    void saysWhenNobodyListens() {
        node.close();

        assertThat(failure(client::tasks).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void saysWhenTheAddressIsNone() {
        RuntimeAddress address = new RuntimeAddress(CODE, "not a host", 80, "u", "p");

        assertThat(failure(new AcceleratorClient(http, address, Duration.ofSeconds(1))::tasks)
                        .reason())
                .isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void givesUpOnANodeThatAcceptsAndNeverAnswers() throws IOException {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AcceleratorClient waiting = clientOf(blackHole, Duration.ofMillis(300));

            assertThat(failure(waiting::tasks).reason()).isEqualTo(Reason.TIMED_OUT);
        }
    }

    @Test
    void givesUpOnAnAnswerThatStopsHalfWay() throws Exception {
        try (ServerSocket half = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> sendHalfAnAnswer(half));
            server.start();
            AcceleratorClient waiting = clientOf(half, Duration.ofMillis(500));

            assertThat(failure(waiting::tasks).reason()).isEqualTo(Reason.TIMED_OUT);
            server.join();
        }
    }

    private static void sendHalfAnAnswer(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"Code\":".getBytes(StandardCharsets.UTF_8));
            // Until the client hangs up.
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private AcceleratorClient clientOf(ServerSocket server, Duration timeout) {
        RuntimeAddress address = new RuntimeAddress(CODE, "127.0.0.1", server.getLocalPort(), "u", "p");
        return new AcceleratorClient(http, address, timeout);
    }

    private static TaskStart task(String id, Duration limit) {
        return new TaskStart(
                id, "s", "a", "VIDEO_FILE", limit, Json.createObjectBuilder().build());
    }

    private static RuntimeFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(RuntimeFailure.class, call);
    }
}
