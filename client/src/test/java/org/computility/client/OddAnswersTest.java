package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.client.wire.StandardDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call ends in what was asked for or in a {@link ComputilityException}, whatever comes back and whatever goes out. */
class OddAnswersTest {

    private static final String ODD = "a+b&c=d {x} 100% é%41/../?#;,供";

    private FakePlatform platform;
    private ComputilityClient client;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        client = ComputilityClient.at(platform.uri());
    }

    @AfterEach
    void stop() {
        client.close();
        platform.close();
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "409", "413", "429", "500", "502", "503", "504"})
    void aRefusalKeepsItsStatusInWordsOrWithoutThem(int status) {
        platform.answers(status, "{\"Code\":" + status + "00,\"Message\":\"why\",\"RequestID\":\"r\"}");
        ComputilityException worded = failure(() -> client.plans().get(1));
        assertThat(worded).hasMessage("why");
        assertThat(worded.status()).isEqualTo(status);
        assertThat(worded.code()).isEqualTo(status + "00");

        platform.answers(status, "{}");
        ComputilityException wordless = failure(() -> client.plans().get(1));
        assertThat(wordless).hasMessage("GET /ACSMP/Tasks/1 was answered with " + status);
        assertThat(wordless.code()).isEqualTo("" + status);
        assertThat(wordless.requestId()).isEqualTo("from-the-header");

        platform.answers(status, "<html>proxy</html>");
        ComputilityException garbled = failure(() -> client.plans().get(1));
        assertThat(garbled.code()).isEqualTo("garbled");
        assertThat(garbled.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Code\":0,\"Data\":{\"TaskID\":1}",
                "{\"Code\":0,\"Data\":\"text\"}",
                "{\"Code\":0,\"Data\":{\"InspectionPlan\":[]}}",
                "null",
                "\"text\"",
                "7"
            })
    void nonsenseIsGarbled(String body) {
        platform.answers(200, body);

        assertThat(failure(() -> client.plans().get(1)).code()).isEqualTo("garbled");
    }

    @Test
    void nestingThatNoParserTakesIsGarbled() {
        for (String body : List.of("{\"a\":" + "[".repeat(100_000), "{\"Code\":0,\"Data\":" + "[".repeat(5000))) {
            platform.answers(200, body);

            assertThat(failure(() -> client.plans().get(1)).code()).isEqualTo("garbled");
            assertThat(failure(() -> client.plans().start(1)).code()).isEqualTo("garbled");
        }
    }

    static Stream<Consumer<ComputilityClient>> whatNeedsAnAnswer() {
        return Stream.of(
                c -> c.plans().create(Plans.NewPlan.periodic("p", List.of())),
                c -> c.plans().get(1),
                c -> c.nodes().register(new Nodes.Registration("1", "AI_BOX", "h", 1, "u", "p", true)),
                c -> c.nodes().monitor(null),
                c -> c.services().load(new Services.Load("p", "c", List.of(), null, 1)),
                c -> c.services().get("c", "s"),
                c -> c.packages().search(Packages.PackageSearch.ALL),
                c -> c.deliveries().get("c", "p"),
                c -> c.instances().get("i"));
    }

    @ParameterizedTest
    @MethodSource("whatNeedsAnAnswer")
    void aSuccessThatLacksWhatWasAskedForIsGarbled(Consumer<ComputilityClient> call) {
        for (String body : List.of("{\"Code\":0,\"Message\":\"success\"}", "{\"Code\":0,\"Data\":null}")) {
            platform.answers(200, body);

            assertThat(failure(() -> call.accept(client)).code()).isEqualTo("garbled");
        }
    }

    @Test
    void aBareSuccessWithoutABodyIsGarbledWhereOneIsNeeded() {
        platform.answers(200, "");

        assertThat(failure(() -> client.login("u", "p")).code()).isEqualTo("garbled");
        assertThat(failure(() -> client.batchRuns().list(1, 1)).code()).isEqualTo("garbled");
        client.logout();
    }

    @Test
    void whatIsSoughtArrivesLetterForLetter() {
        platform.answers(200, "{\"items\":[],\"page\":1,\"pageSize\":1,\"total\":0}");

        client.results().search(new Results.Search(null, null, ODD, ODD, null, null, 1, 1));

        assertThat(platform.lastQuery()).contains(Map.entry("algoDefCode", ODD), Map.entry("deviceId", ODD));
    }

    @Test
    void aNameInAPathIsOneSegmentWhateverItHolds() {
        platform.answers(200, "{\"Code\":0,\"Data\":{}}");
        client.packages().capability(ODD);
        assertThat(platform.lastSegments()).containsExactly("ACSMP", "AlgoDef", ODD);

        client.instances().get("../Tasks");
        assertThat(platform.lastSegments()).containsExactly("ACSMP", "TaskInstances", "../Tasks");
        client.deliveries().remove("c/d", "p q");
        assertThat(platform.lastSegments()).containsExactly("ACSMP", "AlgoFilePackages", "Devices", "c/d", "p q");
        client.services().get("{c}", "%2F");
        assertThat(platform.lastSegments()).containsExactly("ACSMP", "AlgoServices", "Devices", "{c}", "%2F");
    }

    @Test
    void textGoesAndComesInUtf8() {
        platform.answers(200, "{\"id\":\"5f0c9f0e-0000-4000-8000-000000000001\",\"name\":\"港口 – é\"}");

        assertThat(client.accounts().foundOrganisation("港口 – é \"x\" \\").name())
                .isEqualTo("港口 – é");
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/organisations {\"name\":\"港口 – é \\\"x\\\" \\\\\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/deeper", "/deeper/"})
    void theBaseMayHaveAPathOfItsOwn(String path) {
        platform.answers(200, "{\"Code\":0}");
        try (ComputilityClient deeper = ComputilityClient.at(URI.create(platform.uri() + path))) {
            deeper.plans().start(1);
        }
        assertThat(platform.lastCall()).isEqualTo("POST " + path.replaceAll("/$", "") + "/ACSMP/Tasks/1/Start ");
    }

    @Test
    void aConnectionThatBreaksIsUnreachable() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread hangingUp = new Thread(() -> hangUp(rude));
            hangingUp.setDaemon(true);
            hangingUp.start();
            try (ComputilityClient unlucky =
                    ComputilityClient.at(URI.create("http://127.0.0.1:" + rude.getLocalPort()))) {
                ComputilityException failure = failure(() -> unlucky.plans().get(1));

                assertThat(failure.code()).isEqualTo("unreachable");
                assertThat(failure.status()).isZero();
                assertThat(failure.requestId()).isNull();
                assertThat(failure).hasMessageStartingWith("GET http://127.0.0.1:" + rude.getLocalPort());
            }
        }
    }

    @Test
    void oneClientServesManyThreadsAndEachTokenIsItsOwn() throws Exception {
        platform.answers(200, "{\"Code\":0,\"Data\":{\"TaskID\":1}}");
        ComputilityClient other = client.withToken("other");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Long>> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ComputilityClient one = i % 2 == 0 ? client : other;
            calls.add(() -> one.plans().get(1).id());
        }
        for (Future<Long> each : threads.invokeAll(calls)) {
            assertThat(each.get()).isEqualTo(1);
        }
        threads.shutdown();

        client.plans().get(1);
        assertThat(platform.lastToken()).as("the first has none").isNull();
        other.plans().get(1);
        assertThat(platform.lastToken()).isEqualTo("other");
    }

    @Test
    void datesAreThoseOfTheStandardsTables() {
        StandardDateTime format = new StandardDateTime();

        assertThat(format.adaptFromJson("2023-04-24 23:15:22")).isEqualTo("2023-04-24T23:15:22");
        assertThat(format.adaptFromJson("2023-04-24 23:15:22.5")).isEqualTo("2023-04-24T23:15:22.5");
        assertThat(format.adaptFromJson("")).isNull();
        assertThat(format.adaptFromJson(null)).isNull();
        assertThat(format.adaptToJson(format.adaptFromJson("2023-04-24 23:15:22")))
                .isEqualTo("2023-04-24 23:15:22");
        for (String wrong : List.of("2023-04-24T23:15:22", "2023-02-30", "24.4.2023", "2023-04-24 25:00:00")) {
            assertThatThrownBy(() -> format.adaptFromJson(wrong)).as(wrong).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void aDateThatIsNoneIsGarbled() {
        platform.answers(200, "{\"Code\":0,\"Data\":{\"CreatedDate\":\"yesterday\"}}");

        assertThat(failure(() -> client.packages().get("p")).code()).isEqualTo("garbled");
    }

    private static void hangUp(ServerSocket server) {
        try {
            while (true) {
                server.accept().close();
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static ComputilityException failure(ThrowingCallable call) {
        ComputilityException failure = catchThrowableOfType(ComputilityException.class, call);
        assertThat(failure).as("it failed").isNotNull();
        return failure;
    }
}
