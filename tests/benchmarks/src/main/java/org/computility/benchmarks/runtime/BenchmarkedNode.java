package org.computility.benchmarks.runtime;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.computility.algopackage.Folders;
import org.computility.runtime.NodeConfig;
import org.computility.runtime.RuntimeNode;

/** A node in this process, called over its API as a platform would, with the motion algorithm loaded and a receiver of results. */
final class BenchmarkedNode implements AutoCloseable {

    private static final String CREDENTIAL =
            Base64.getEncoder().encodeToString("node:secret".getBytes(StandardCharsets.UTF_8));

    private final HttpClient client = HttpClient.newHttpClient();
    private final RuntimeNode node;
    private final HttpServer files;
    private final ResultReceiver receiver = new ResultReceiver();
    private int runs;

    BenchmarkedNode(Path folder, int streams) throws Exception {
        byte[] tar = Files.readAllBytes(MotionPackage.write(folder));
        files = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        files.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, tar.length);
            exchange.getResponseBody().write(tar);
            exchange.close();
        });
        files.start();
        Path data = folder.resolve("data");
        Folders.delete(data);
        node = RuntimeNode.start(NodeConfig.of(Map.of(
                "NODE_CODE", "11010800005050000001",
                "NODE_PORT", "0",
                "NODE_USERNAME", "node",
                "NODE_PASSWORD", "secret",
                "NODE_DATA_DIR", data.toString(),
                "NODE_MEDIA_DIR", folder.toString())));
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(tar));
        String url = "http://127.0.0.1:" + files.getAddress().getPort() + "/p";
        call(
                "POST",
                "/AlgoFilePackages",
                Json.createObjectBuilder()
                        .add("AlgoFilePackageID", MotionPackage.ID)
                        .add("Url", url)
                        .add("MD5", md5)
                        .add("Size", tar.length)
                        .build());
        awaitMember("/AlgoFilePackages", "Status", "3", 1);
        call(
                "POST",
                "/AlgoServices",
                Json.createObjectBuilder()
                        .add("AlgoServiceID", "motion")
                        .add("AlgoFilePackageID", MotionPackage.ID)
                        .add("Replicas", (streams + 3) / 4)
                        .build());
        awaitMember("/AlgoServices", "Status", "\"RUNNING\"", 1);
    }

    /** Processor seconds of this process so far. */
    static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** Processor milliseconds per frame of a file's run from beginning to end. */
    double runFile(Path file) throws IOException, InterruptedException {
        double before = cpuSeconds();
        start("file-" + runs, "VIDEO_FILE", file.toUri().toString());
        runs++;
        awaitMember("/Tasks", "Status", "\"FINISHED\"", runs);
        int frames = tasks().get(runs - 1).getInt("Frames");
        return 1000 * (cpuSeconds() - before) / frames;
    }

    void start(String id, String type, String url) throws IOException, InterruptedException {
        JsonObject rule = Json.createObjectBuilder()
                .add("ResultReceiveUrl", Json.createArrayBuilder().add(receiver.url()))
                .build();
        JsonObject task = Json.createObjectBuilder()
                .add("TaskID", id)
                .add("AlgoServiceID", "motion")
                .add("AlgoDefCode", MotionPackage.CAPABILITY)
                .add("Type", type)
                .add(
                        "TaskInfo",
                        Json.createObjectBuilder()
                                .add(
                                        "StreamOptions",
                                        Json.createObjectBuilder()
                                                .add(
                                                        "VideoStreamOptions",
                                                        Json.createObjectBuilder()
                                                                .add("Url", url)))
                                .add("RulesParams", Json.createArrayBuilder().add(rule)))
                .build();
        call(
                "POST",
                "/Tasks/Start",
                Json.createObjectBuilder()
                        .add("Tasks", Json.createArrayBuilder().add(task))
                        .build());
    }

    /** Results that have come to the rules' receiver so far. */
    long resultsReceived() {
        return receiver.count();
    }

    void awaitAllRunning(int count) throws IOException, InterruptedException {
        awaitMember("/Tasks", "Status", "\"RUNNING\"", count);
    }

    List<JsonObject> tasks() throws IOException, InterruptedException {
        return call("GET", "/Tasks", null).getJsonArray("Data").getValuesAs(JsonObject.class);
    }

    @Override
    public void close() {
        node.close();
        files.stop(0);
        receiver.close();
    }

    private void awaitMember(String path, String member, String value, int count)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (call("GET", path, null).getJsonArray("Data").getValuesAs(JsonObject.class).stream()
                        .filter(e -> e.get(member).toString().equals(value))
                        .count()
                < count) {
            if (System.nanoTime() > end) {
                throw new IOException(path + " never came to " + value + ": " + call("GET", path, null));
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private JsonObject call(String method, String path, JsonObject body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/ACSMP" + path))
                .header("Authorization", "Basic " + CREDENTIAL)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        String answer = client.send(request, BodyHandlers.ofString()).body();
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            return reader.readObject();
        }
    }
}
