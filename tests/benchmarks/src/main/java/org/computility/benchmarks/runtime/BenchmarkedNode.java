package org.computility.benchmarks.runtime;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.algopackage.Folders;
import org.computility.runtime.NodeConfig;
import org.computility.runtime.RuntimeNode;
import org.computility.runtime.inference.AcceleratorChoice;

/** A node in this process, called over its API as a platform would, with a receiver of results. */
final class BenchmarkedNode implements AutoCloseable {

    private final RuntimeNode node;
    private final NodeCalls calls;
    private final HttpServer files;
    private final ResultReceiver receiver = new ResultReceiver();
    private final Path folder;
    private final Set<OwnAlgorithm> loaded = EnumSet.noneOf(OwnAlgorithm.class);
    private int runs;

    BenchmarkedNode(Path folder, AcceleratorChoice accelerator) throws IOException {
        this.folder = folder;
        files = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        files.createContext("/", exchange -> {
            byte[] tar = Files.readAllBytes(
                    folder.resolve(exchange.getRequestURI().getPath().substring(1)));
            exchange.sendResponseHeaders(200, tar.length);
            exchange.getResponseBody().write(tar);
            exchange.close();
        });
        files.start();
        Path data = folder.resolve("data");
        Folders.delete(data);
        node = RuntimeNode.start(NodeConfig.of(Map.of(
                "NODE_CODE",
                "11010800005050000001",
                "NODE_PORT",
                "0",
                "NODE_USERNAME",
                NodeCalls.USERNAME,
                "NODE_PASSWORD",
                NodeCalls.PASSWORD,
                "NODE_ACCELERATOR",
                accelerator.name(),
                "NODE_DATA_DIR",
                data.toString(),
                "NODE_MEDIA_DIR",
                folder.toString())));
        calls = new NodeCalls(node.port());
    }

    /** Delivers an algorithm and loads it as a service of its name. */
    void load(OwnAlgorithm algorithm, int replicas) throws Exception {
        Path file = algorithm.write(folder);
        byte[] tar = Files.readAllBytes(file);
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(tar));
        String url = "http://127.0.0.1:" + files.getAddress().getPort() + "/" + file.getFileName();
        calls.call(
                "POST",
                "/AlgoFilePackages",
                Json.createObjectBuilder()
                        .add("AlgoFilePackageID", algorithm.packageId())
                        .add("Url", url)
                        .add("MD5", md5)
                        .add("Size", tar.length)
                        .build());
        loaded.add(algorithm);
        calls.awaitMember("/AlgoFilePackages", "Status", "3", loaded.size());
        calls.call(
                "POST",
                "/AlgoServices",
                Json.createObjectBuilder()
                        .add("AlgoServiceID", algorithm.name())
                        .add("AlgoFilePackageID", algorithm.packageId())
                        .add("Replicas", replicas)
                        .build());
        calls.awaitMember("/AlgoServices", "Status", "\"RUNNING\"", loaded.size());
    }

    /** Processor seconds of this process so far. */
    static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    /** What a file's run from beginning to end takes. */
    FileRun runFile(OwnAlgorithm algorithm, Path file) throws IOException, InterruptedException {
        double before = cpuSeconds();
        String id = "file-" + runs;
        start(id, algorithm, "VIDEO_FILE", file.toUri().toString());
        runs++;
        calls.awaitMember("/Tasks", "Status", "\"FINISHED\"", runs);
        return FileRun.of(tasks().get(runs - 1), cpuSeconds() - before);
    }

    void start(String id, OwnAlgorithm algorithm, String type, String url) throws IOException, InterruptedException {
        JsonObject rule = Json.createObjectBuilder()
                .add("ResultReceiveUrl", Json.createArrayBuilder().add(receiver.url()))
                .build();
        JsonObject task = Json.createObjectBuilder()
                .add("TaskID", id)
                .add("AlgoServiceID", algorithm.name())
                .add("AlgoDefCode", algorithm.capability())
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
        calls.call(
                "POST",
                "/Tasks/Start",
                Json.createObjectBuilder()
                        .add("Tasks", Json.createArrayBuilder().add(task))
                        .build());
    }

    /** The cards as the node reports them. */
    JsonArray cards() throws IOException, InterruptedException {
        return calls.call("GET", "/Computility", null).getJsonObject("Data").getJsonArray("XpuMonitors");
    }

    /** Results that have come to the rules' receiver so far. */
    long resultsReceived() {
        return receiver.count();
    }

    /** What a run found; complete once the node is closed. */
    Findings findings(FileRun run) {
        return receiver.findings(run.taskId());
    }

    /** Waits for every file's end. Frames a second, of all tasks that were started for it together. */
    double awaitTogether(String prefix) throws IOException, InterruptedException {
        calls.awaitMember("/Tasks", "Status", "\"FINISHED\"", tasks().size());
        List<JsonObject> together = tasks().stream()
                .filter(t -> t.getString("TaskID").startsWith(prefix))
                .toList();
        Instant begin = together.stream()
                .map(t -> Instant.parse(t.getString("StartedAt")))
                .min(Instant::compareTo)
                .orElseThrow();
        Instant end = together.stream()
                .map(t -> Instant.parse(t.getString("EndedAt")))
                .max(Instant::compareTo)
                .orElseThrow();
        return together.stream().mapToInt(t -> t.getInt("Frames")).sum()
                / (Duration.between(begin, end).toNanos() / 1e9);
    }

    void awaitAllRunning(int count) throws IOException, InterruptedException {
        calls.awaitMember("/Tasks", "Status", "\"RUNNING\"", count);
    }

    List<JsonObject> tasks() throws IOException, InterruptedException {
        return calls.call("GET", "/Tasks", null).getJsonArray("Data").getValuesAs(JsonObject.class);
    }

    @Override
    public void close() {
        node.close();
        files.stop(0);
        receiver.close();
    }
}
