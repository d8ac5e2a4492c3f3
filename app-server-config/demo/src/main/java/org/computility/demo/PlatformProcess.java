package org.computility.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.computility.demo.stage.Child;
import org.computility.demo.stage.Cleanup;
import org.computility.demo.stage.Patience;

/** The platform, started as a newcomer would: the launcher with settings from the environment. */
final class PlatformProcess {

    // Longer than the launcher itself waits: the launcher knows better what is wrong.
    private static final Duration START_LIMIT = Duration.ofMinutes(13);

    private final Child launcher;
    private final URI uri;

    private PlatformProcess(Child launcher, URI uri) {
        this.launcher = launcher;
        this.uri = uri;
    }

    /**
     * Begins to start one.
     *
     * @param name of its folder and its log
     * @param tier of TC609 clause 5
     */
    static PlatformProcess start(
            DemoConfig config, Path work, String name, String tier, String adminPassword, Cleanup cleanup)
            throws IOException {
        int port = Cameras.freePort();
        Map<String, String> environment = Map.of(
                "COMPUTILITY_HTTP_PORT",
                "" + port,
                "COMPUTILITY_TIER",
                tier,
                // No service of a job is called in the demo, and two platforms cannot have one port.
                "COMPUTILITY_SERVICES_PORT",
                "off",
                "COMPUTILITY_DATA_DIR",
                work.resolve(name).toString(),
                "COMPUTILITY_ADMIN_PASSWORD",
                adminPassword,
                "COMPUTILITY_MEDIA_DIR",
                work.resolve("media").toString(),
                // Nodes and cameras of the demo are on this machine; without this setting the platform would not call
                // it.
                "COMPUTILITY_OUTBOUND_ALLOW",
                "127.0.0.0/8",
                // The second compiler would take half of the start and be of use only after the demo has ended.
                "JDK_JAVA_OPTIONS",
                "-XX:TieredStopAtLevel=1");
        List<String> command = List.of(
                Child.java(),
                config.parentWatch(),
                "-jar",
                config.home().resolve("computility-launcher.jar").toString());
        Child launcher = Child.start(name, work, command, environment);
        cleanup.later("stop the " + name, launcher::end);
        return new PlatformProcess(launcher, URI.create("http://127.0.0.1:" + port));
    }

    void awaitReady() {
        Patience.until("the platform is ready", START_LIMIT, () -> launcher.said("Computility is ready"));
    }

    URI uri() {
        return uri;
    }
}
