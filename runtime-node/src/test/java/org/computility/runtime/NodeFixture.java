package org.computility.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;

/** A node beside a fake platform, with both packages delivered and loaded on demand. */
public final class NodeFixture implements AutoCloseable {

    public static final String CODE = "11010800005050000001";
    public static final String MOTION = "1101080000508000000120261101000000000001";
    public static final String SOIL = "1101080000508000000120261101000000000002";

    public final FakePlatform platform;
    public final NodeClient client;
    public final RuntimeNode node;

    static {
        // Builds may share their machine with others.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    public NodeFixture(Path data, Path media) throws IOException {
        platform = new FakePlatform();
        node = RuntimeNode.start(config(platform, data, media));
        client = new NodeClient(node.port(), "node:secret");
    }

    public static NodeConfig config(FakePlatform platform, Path data, Path media) {
        return NodeConfig.of(Map.of(
                "NODE_CODE",
                CODE,
                "NODE_PORT",
                "0",
                "NODE_USERNAME",
                "node",
                "NODE_PASSWORD",
                "secret",
                "NODE_ACCELERATOR",
                "CPU",
                "NODE_KEEPALIVE_SECONDS",
                "1",
                "PLATFORM_URL",
                platform.url("").toString(),
                "NODE_DATA_DIR",
                data.toString(),
                "NODE_MEDIA_DIR",
                media.toString(),
                "NODE_POWERCAP_DIR",
                media.resolve("powercap").toString()));
    }

    /** The bytes of one of the project's own packages. */
    public static byte[] tar(String name) throws IOException {
        try (InputStream in = NodeFixture.class.getResourceAsStream("/algorithms/" + name + ".tar")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    public static String md5(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    }

    /** Delivers a package and waits until it is there. */
    public void deliver(String id, String name) throws Exception {
        deliver(id, name, tar(name));
    }

    /** Delivers other bytes under a name and waits until they are there. */
    public void deliver(String id, String name, byte[] tar) throws Exception {
        platform.files.put(name, tar);
        client.call("POST", "/AlgoFilePackages", delivery(id, name, md5(tar), tar.length));
        await().until(() ->
                statusOf("/AlgoFilePackages", "AlgoFilePackageID", id, "Status").equals("3"));
    }

    public String delivery(String id, String name, String md5, int size) {
        return "{\"AlgoFilePackageID\":\"%s\",\"Url\":\"%s\",\"MD5\":\"%s\",\"Size\":%d}"
                .formatted(id, platform.url("/files/" + name), md5, size);
    }

    /** Loads a service and waits until it runs. */
    public void load(String service, String packageId, int replicas) throws Exception {
        client.call(
                "POST",
                "/AlgoServices",
                "{\"AlgoServiceID\":\"%s\",\"AlgoFilePackageID\":\"%s\",\"Replicas\":%d}"
                        .formatted(service, packageId, replicas));
        await().until(() ->
                statusOf("/AlgoServices", "AlgoServiceID", service, "Status").contains("RUNNING"));
    }

    public NodeClient.Answer start(String task, String service, String capability, String type, String more)
            throws Exception {
        return client.call(
                "POST",
                "/Tasks/Start",
                "{\"Tasks\":[{\"TaskID\":\"%s\",\"AlgoServiceID\":\"%s\",\"AlgoDefCode\":\"%s\",\"Type\":\"%s\",%s}]}"
                        .formatted(task, service, capability, type, more));
    }

    public void awaitTask(String task, String status) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> statusOf("/Tasks", "TaskID", task, "Status").contains(status));
    }

    public JsonObject task(String id) throws Exception {
        return client.call("GET", "/Tasks", null).list().stream()
                .filter(t -> t.getString("TaskID").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The member of the entry with that ID, as text; empty when there is none. */
    public String statusOf(String path, String key, String id, String member) throws Exception {
        return client.call("GET", path, null).list().stream()
                .filter(e -> e.getString(key).equals(id))
                .map(e -> e.get(member).toString())
                .findFirst()
                .orElse("");
    }

    /** The results of a task that is over, once all have been delivered. */
    public List<JsonObject> awaitResults(String task) throws InterruptedException {
        assertThat(node.awaitDelivery(Duration.ofSeconds(10))).isTrue();
        return platform.results.stream()
                .filter(r -> r.getString("taskInstanceId").equals(task))
                .toList();
    }

    @Override
    public void close() {
        node.close();
        platform.close();
    }
}
