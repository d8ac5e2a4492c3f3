package org.computility.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.computility.runtime.NodeFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send to a node's port: each gets one answer that fits, and the next caller is served. */
@Timeout(90)
class SouthboundServerTest {

    private static final int MORE_THAN_THE_LARGEST_BODY = (8 << 20) + 1;

    @TempDir
    static Path temp;

    private static NodeFixture fixture;
    private static RawHttp raw;

    @BeforeAll
    static void startNode() throws Exception {
        fixture = new NodeFixture(temp.resolve("data"), temp);
        raw = new RawHttp(fixture.node.port());
    }

    @AfterAll
    static void stopNode() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"text\"",
                "[]",
                "{",
                "{\"a\":}",
                "{'a':1}",
                "<xml/>",
                "TaskID=1",
                "{\"a\":1e}",
                "{\"a\":\"\u0001\"}"
            })
    void aBodyThatIsNoJsonObjectIsRefused(String body) throws Exception {
        for (String path : List.of("/AlgoFilePackages", "/AlgoServices", "/Tasks/Start", "/Tasks/Stop")) {
            var answer = fixture.client.call("POST", path, body);

            assertThat(answer.status()).as("%s %s", path, body).isEqualTo(400);
            assertThat(answer.message()).isEqualTo("The body is no JSON object");
        }
    }

    @Test
    void oddBytesAreRefusedAndNeverAFailureOfTheNode() throws Exception {
        Random random = new Random(7);
        List<byte[]> bodies = new ArrayList<>(List.of(
                new byte[] {0, 0, 0, 0},
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
                new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0},
                new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'},
                "{\"Tasks\":\"\\ud800\"}".getBytes(StandardCharsets.US_ASCII)));
        for (int i = 0; i < 60; i++) {
            byte[] noise = new byte[1 + random.nextInt(200)];
            random.nextBytes(noise);
            bodies.add(noise);
        }
        for (byte[] each : bodies) {
            assertThat(raw.post("/ACSMP/Tasks/Start", each)).startsWith("HTTP/1.1 400 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "["})
    void nestingThatWouldExhaustTheStackIsRefused(String level) throws Exception {
        byte[] deep = ("{\"Tasks\":" + level.repeat(200_000)).getBytes(StandardCharsets.US_ASCII);

        assertThat(raw.post("/ACSMP/Tasks/Start", deep)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithItsBound() throws Exception {
        byte[] large = new byte[MORE_THAN_THE_LARGEST_BODY];

        String answer = raw.post("/ACSMP/Tasks/Start", large);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("The body has more than 8388608 bytes");
    }

    @Test
    void numbersBeyondAnyRangeAreRefusedByTheirMember() throws Exception {
        for (String number : List.of("1e400", "-1e400", "1e200000", "0.5", "-1", "0", "99999999999999999999")) {
            var answer = fixture.client.call(
                    "POST", "/AlgoFilePackages", """
                    {"AlgoFilePackageID":"%s","Url":"http://h/p","MD5":"%s","Size":%s}""".formatted(NodeFixture.MOTION, "0".repeat(32), number));

            assertThat(answer.status()).as(number).isEqualTo(400);
            assertThat(answer.message()).startsWith("Size is a whole number from 1 to");
        }
    }

    @Test
    void membersThatNobodyKnowsAreNoHindrance() throws Exception {
        var answer = fixture.client.call(
                "POST", "/Tasks/Stop", "{\"TaskIDs\":[\"none\"],\"New\":{\"x\":[1,2]},\"TaskIDs2\":7}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.list())
                .singleElement()
                .satisfies(o -> assertThat(o.getInt("Code")).isZero());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /Tasks/Start, 405",
        "POST, /Tasks, 405",
        "DELETE, /Tasks, 405",
        "PUT, /AlgoServices/s, 405",
        "GET, /AlgoServices/s, 405",
        "POST, /Events, 404",
        "GET, /, 404",
        "GET, /tasks, 404",
        "GET, /Tasks/, 404",
        "DELETE, /AlgoServices/, 404",
        "DELETE, /AlgoServices/a/b, 404",
        "DELETE, /AlgoServices/a%2Fb, 404",
        "OPTIONS, /Tasks, 405",
        "PATCH, /Tasks/Start, 405"
    })
    void anotherMethodOrPathIsNoOperation(String method, String path, int status) throws Exception {
        assertThat(fixture.client
                        .call(method, path, method.equals("GET") ? null : "{}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aQueryIsNoPartOfThePath() throws Exception {
        assertThat(fixture.client.call("GET", "/Tasks?page=1&x=%7B", null).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic bm9kZQ==",
                "Bearer bm9kZTpzZWNyZXQ=",
                "bm9kZTpzZWNyZXQ=",
                "Basic bm9kZTpzZWNyZXQ=x",
                "Digest username=\"node\""
            })
    void anythingButTheCredentialIsRefusedWithTheSchemeThatIsWanted(String authorization) throws Exception {
        String answer = raw.exchange(RawHttp.head("GET /ACSMP/Tasks", authorization));

        assertThat(answer)
                .startsWith("HTTP/1.1 401 ")
                .containsIgnoringCase("WWW-Authenticate: Basic realm=\"node\"")
                .contains("\"Code\":40100");
    }

    @Test
    void theSchemeMayBeWrittenInAnyLettersAndMissingIsRefused() throws Exception {
        String credential = RawHttp.basic("node:secret").substring("Basic ".length());

        assertThat(raw.exchange(RawHttp.head("GET /ACSMP/Tasks", "bAsIc   " + credential)))
                .startsWith("HTTP/1.1 200 ");
        assertThat(raw.exchange(RawHttp.head("GET /ACSMP/Tasks", null))).startsWith("HTTP/1.1 401 ");
        assertThat(raw.exchange(RawHttp.head("GET /ACSMP/Events", null))).startsWith("HTTP/1.1 401 ");
    }

    @Test
    void aCallerThatHangsUpInTheMiddleOfItsBodyHarmsNobody() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fixture.node.port())) {
                socket.getOutputStream()
                        .write(RawHttp.head(
                                "POST /ACSMP/Tasks/Start", RawHttp.basic("node:secret"), "Content-Length: 1000"));
                socket.getOutputStream().write('{');
            }
        }
        assertThat(fixture.client.call("GET", "/Tasks", null).status()).isEqualTo(200);
    }

    @Test
    void callersThatSendHalfABodyHoldUpNoOther() throws Exception {
        List<Socket> halves = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), fixture.node.port());
                halves.add(socket);
                socket.getOutputStream()
                        .write(RawHttp.head(
                                "POST /ACSMP/Tasks/Start", RawHttp.basic("node:secret"), "Content-Length: 1000"));
                socket.getOutputStream().write('{');
                socket.getOutputStream().flush();
            }
            assertThat(fixture.client.call("GET", "/Tasks", null).status()).isEqualTo(200);
        } finally {
            for (Socket each : halves) {
                each.close();
            }
        }
    }

    @Test
    void manyCallsAtOnceAreAnsweredEachByItsOwn() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        List<Callable<JsonObject>> calls = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String task = "nobody-" + i;
            calls.add(() -> fixture.client
                    .call("POST", "/Tasks/Stop", "{\"TaskIDs\":[\"" + task + "\"]}")
                    .list()
                    .get(0));
        }
        List<Future<JsonObject>> answers = callers.invokeAll(calls);
        callers.shutdown();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get().getString("TaskID")).isEqualTo("nobody-" + i);
        }
    }

    @Test
    void listenersThatGoAwayAreNoBurden() throws Exception {
        for (int i = 0; i < 30; i++) {
            fixture.client.events().close();
        }
        try (var events = fixture.client.events()) {
            byte[] begin = events.readNBytes(1);
            assertThat(begin).hasSize(1);
        }
        await().until(() -> fixture.client.call("GET", "/Computility", null).status() == 200);
    }

    @Test
    void anAnswerNamesItsEncoding() throws Exception {
        assertThat(raw.exchange(RawHttp.head("GET /ACSMP/Tasks", RawHttp.basic("node:secret"))))
                .containsIgnoringCase("Content-Type: application/json; charset=utf-8");
    }

    @Test
    void anAbsoluteAddressInTheRequestLineIsServed() throws Exception {
        String address = "GET http://node:8123/ACSMP/Tasks";

        assertThat(raw.exchange(RawHttp.head(address, RawHttp.basic("node:secret"))))
                .startsWith("HTTP/1.1 200 ");
    }
}
