package org.computility.system.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.computility.server.Database;
import org.computility.system.ServerUnderTest;

/** A server that the tests install, start and kill on this machine: one process. */
abstract class LocalServer implements ServerUnderTest {

    private static final long STOP_SECONDS = 60;

    private final TestSettings settings;
    private final EngineTables engine;
    private boolean installed;

    LocalServer(TestSettings settings, EngineTables engine) {
        this.settings = settings;
        this.engine = engine;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "kill-server"));
    }

    /** Makes the server anew; nothing of an earlier run is alive. */
    abstract void install(Map<String, String> environment);

    /** Starts the process; may return before the platform is ready. */
    abstract void launch(Map<String, String> environment);

    /** The server's process, if it is alive; an earlier run's, too, where that may have outlived its tests. */
    abstract Optional<ProcessHandle> process();

    final TestSettings settings() {
        return settings;
    }

    @Override
    public final void start(Map<String, String> moreSettings) {
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.putAll(moreSettings);
        if (!installed) {
            kill(); // Tests that were killed themselves have left their server behind.
            install(environment);
            installed = true;
        }
        launch(environment);
        Readiness.await(baseUri());
    }

    @Override
    public final void kill() {
        process().ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    @Override
    public final void stop() {
        process().ifPresent(process -> {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, STOP_SECONDS, TimeUnit.SECONDS)
                    .join();
        });
        kill();
    }

    @Override
    public final URI baseUri() {
        return URI.create("http://127.0.0.1:" + settings.port() + "/");
    }

    @Override
    public final String adminPassword() {
        return settings.adminPassword();
    }

    @Override
    public final Database database() {
        return settings.database();
    }

    @Override
    public final List<String> openExecutions() {
        return engine.open(settings.database());
    }

    /** Payara Micro, which needs no installation, beside whichever this one is. */
    @Override
    public final ServerUnderTest another() {
        return new PayaraMicroUnderTest(settings.another());
    }

    @Override
    public final ServerUnderTest neighbour(String name) {
        return new PayaraMicroUnderTest(settings.neighbour(name));
    }

    @Override
    public Path log() {
        return settings.work().resolve("server.log");
    }

    @Override
    public Path ownLog() {
        return log();
    }
}
