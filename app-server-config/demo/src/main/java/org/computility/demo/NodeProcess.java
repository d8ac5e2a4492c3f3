package org.computility.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.computility.client.ComputilityClient;
import org.computility.demo.stage.Child;
import org.computility.demo.stage.Cleanup;
import org.computility.demo.stage.Patience;

/** A runtime node, started as its owner would: one program with settings from the environment. */
final class NodeProcess {

    /** The system property of the folder for FFmpeg's libraries. */
    static final String UNPACKED = "org.bytedeco.javacpp.cachedir";

    private static final Duration ONLINE_LIMIT = Duration.ofSeconds(60);

    private NodeProcess() {}

    /** Which node, with which credential, registering where, reading files below which folder. */
    record Settings(String code, String username, String password, URI platform, Path media) {}

    static void start(DemoConfig config, Settings settings, Path work, Cleanup cleanup) throws IOException {
        String name = "node-" + settings.code();
        Map<String, String> environment = Map.of(
                "NODE_CODE", settings.code(),
                "NODE_PORT", "" + Cameras.freePort(),
                "NODE_USERNAME", settings.username(),
                "NODE_PASSWORD", settings.password(),
                "PLATFORM_URL", settings.platform().toString(),
                "NODE_DATA_DIR", work.resolve(name).toString(),
                "NODE_MEDIA_DIR", settings.media().toString());
        List<String> command = List.of(
                Child.java(),
                "-Xmx512m",
                // ONNX Runtime leaves a folder behind where it unpacks its libraries.
                "-Djava.io.tmpdir=" + Files.createDirectories(work.resolve(name + "-tmp")),
                "-D" + UNPACKED + "=" + System.getProperty(UNPACKED),
                config.parentWatch(),
                "-jar",
                config.nodeJar().toString());
        Child node = Child.start(name, work, command, environment);
        cleanup.later("stop node " + settings.code(), node::end);
    }

    static void awaitOnline(ComputilityClient client, String code) {
        Patience.until(
                "node " + code + " is online",
                ONLINE_LIMIT,
                () -> client.nodes().monitor(null).stream()
                        .anyMatch(node -> node.computeCode().equals(code) && node.isOnline()));
    }
}
