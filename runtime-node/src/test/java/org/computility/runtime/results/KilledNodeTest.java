package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.computility.algopackage.Folders;
import org.computility.runtime.FakePlatform;
import org.computility.runtime.NodeClient;
import org.computility.runtime.NodeFixture;
import org.computility.runtime.RuntimeNode;
import org.computility.runtime.media.synthetic.DemoScenes;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node as a process of its own, killed with signal 9: what it had written arrives after its next start. */
class KilledNodeTest {

    private static final List<String> STREAMS = List.of("first", "second");
    /** Several batches of a delivery. */
    private static final int PLENTY = 150;

    @TempDir
    Path temp;

    private final List<JsonObject> received = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch killed = new CountDownLatch(1);
    private FakePlatform files;
    private HttpServer receiver;
    private Process process;
    private NodeClient client;
    private int receiverPort;

    @BeforeEach
    void prepare() throws Exception {
        Scene moving =
                new Scene("moving", 12, 2, List.of(), DemoScenes.crossing().things());
        SyntheticVideo.write(temp.resolve("moving.mp4"), moving, 320, 180);
        files = new FakePlatform();
        receiverPort = freePort();
    }

    @AfterEach
    void end() throws InterruptedException {
        killed.countDown();
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        if (receiver != null) {
            receiver.stop(0);
        }
        files.close();
    }

    @Test
    void everyResultItHadWrittenArrivesInTheOrderOfItsStream() throws Exception {
        startNode();
        findSomethingInBothStreams();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        written("first").size() >= PLENTY && written("second").size() >= PLENTY);
        killNode();
        List<Long> first = written("first");
        List<Long> second = written("second");

        // Nobody listens yet.
        startNode();
        killNode();
        // Killed in the middle of a delivery: some have been taken, of some it will never know.
        listen();
        startNode();
        await().until(() -> received("first").size() > 50 && received("second").size() > 50);
        killNode();
        killed.countDown();
        startNode();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> received("first").containsAll(first)
                        && received("second").containsAll(second));
        assertThat(first).containsExactlyElementsOf(upTo(first.size()));
        assertThat(second).containsExactlyElementsOf(upTo(second.size()));
        assertThat(received("first").stream().distinct()).containsExactlyElementsOf(first);
        assertThat(received("second").stream().distinct()).containsExactlyElementsOf(second);
        assertThat(received.size()).as("the batches cut off came twice").isGreaterThan(first.size() + second.size());
    }

    private void startNode() throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RuntimeNode.class.getName(),
                        "NODE_DATA_DIR=" + temp.resolve("data"),
                        "NODE_MEDIA_DIR=" + temp)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("node.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "NODE_CODE", NodeFixture.CODE,
                        "NODE_PORT", String.valueOf(port),
                        "NODE_USERNAME", "node",
                        "NODE_PASSWORD", "secret",
                        "NODE_ACCELERATOR", "CPU"));
        process = builder.start();
        client = new NodeClient(port, "node:secret");
        await().ignoreExceptions()
                .until(() -> client.call("GET", "/Tasks", null).status() == 200);
    }

    private void killNode() throws InterruptedException {
        // On Linux this is signal 9.
        assertThat(process.destroyForcibly().waitFor()).isEqualTo(128 + 9);
    }

    private void findSomethingInBothStreams() throws Exception {
        byte[] tar = NodeFixture.tar("motion-in-area");
        files.files.put("motion", tar);
        client.call(
                "POST",
                "/AlgoFilePackages",
                "{\"AlgoFilePackageID\":\"%s\",\"Url\":\"%s\",\"MD5\":\"%s\",\"Size\":%d}"
                        .formatted(NodeFixture.MOTION, files.url("/files/motion"), NodeFixture.md5(tar), tar.length));
        await().until(() -> status("/AlgoFilePackages").equals("3"));
        client.call(
                "POST",
                "/AlgoServices",
                "{\"AlgoServiceID\":\"s\",\"AlgoFilePackageID\":\"%s\"}".formatted(NodeFixture.MOTION));
        await().until(() -> status("/AlgoServices").equals("\"RUNNING\""));
        for (String stream : STREAMS) {
            client.call("POST", "/Tasks/Start", """
                    {"Tasks":[{"TaskID":"%s","AlgoServiceID":"s","AlgoDefCode":"COMPUTILITY-MOTION_IN_AREA-1.0.0",
                    "Type":"VIDEO_REALTIME","TaskInfo":{"StreamOptions":{"VideoStreamOptions":{"Url":"%s"}},
                    "RulesParams":[{"ResultReceiveUrl":["http://127.0.0.1:%d/"],
                    "ExtendParams":{"RepeatAlarmintervalThreshold":0}}]}}]}""".formatted(
                            stream, temp.resolve("moving.mp4").toUri(), receiverPort));
        }
    }

    private String status(String path) throws Exception {
        return client.call("GET", path, null).list().get(0).get("Status").toString();
    }

    /** What lies whole in the node's files, read from a copy as the node is not to be disturbed. */
    private List<Long> written(String stream) throws IOException {
        Path copy = temp.resolve("copy");
        List<JsonObject> results = new ArrayList<>();
        Folders.delete(copy);
        try (Stream<Path> spool = Files.walk(temp.resolve("data/results"))) {
            for (Path each : spool.toList()) {
                Path target = copy.resolve(
                        temp.resolve("data/results").relativize(each).toString());
                Files.copy(each, target);
            }
        }
        try (Stream<Path> queues = Files.list(copy)) {
            for (Path each : queues.toList()) {
                SpoolQueue queue = SpoolQueue.open(each, 1 << 20);
                for (byte[] record :
                        queue.peek(Integer.MAX_VALUE, Long.MAX_VALUE).records()) {
                    results.add(
                            Json.createReader(new ByteArrayInputStream(record)).readObject());
                }
                queue.close();
            }
        }
        return sequences(results, stream);
    }

    private void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), receiverPort), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", this::take);
        receiver.start();
    }

    /** Takes everything, but keeps the answer to the second delivery of a stream to itself until the node is killed. */
    private void take(HttpExchange exchange) throws IOException {
        List<JsonObject> results;
        try (var reader = Json.createReader(exchange.getRequestBody())) {
            results = reader.readObject().getJsonArray("results").getValuesAs(JsonObject.class);
        }
        boolean isFirst = received(results.get(0).getString("taskInstanceId")).isEmpty();
        received.addAll(results);
        try {
            if (!isFirst) {
                killed.await();
            }
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private List<Long> received(String stream) {
        synchronized (received) {
            return sequences(received, stream);
        }
    }

    private static List<Long> sequences(List<JsonObject> results, String stream) {
        return results.stream()
                .filter(r -> r.getString("taskInstanceId").equals(stream))
                .map(r -> r.getJsonNumber("sequence").longValue())
                .toList();
    }

    private static List<Long> upTo(int end) {
        return LongStream.range(0, end).boxed().toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
