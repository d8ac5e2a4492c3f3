package org.computility.system;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.computility.server.Database;

/** The EAR on WildFly, set up by the scripts that administrators run. */
final class WildFlyUnderTest implements ServerUnderTest {

    private static final int MANAGEMENT_PORT = 9990;

    private final TestSettings settings;
    private final Path home;
    private final Script script;
    private boolean installed;
    private Process process;

    WildFlyUnderTest(TestSettings settings) {
        this.settings = settings;
        home = settings.work().resolve(System.getProperty("wildfly.folder"));
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put("WILDFLY_HOME", home.toString());
        script = new Script(settings.work().resolve("server.log"), environment);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "kill-wildfly"));
    }

    @Override
    public void start() {
        Path scripts = TestSettings.scripts("wildfly");
        if (!installed) {
            Stream.of("standalone/data", "standalone/tmp", "modules/org", "standalone/deployments/computility.ear")
                    .map(home::resolve)
                    .forEach(TestSettings::deleteFolder);
            script.run(scripts.resolve("install.sh"), settings.home().resolve("server/postgresql.jar"));
            script.run(scripts.resolve("deploy.sh"), TestSettings.ear());
            installed = true;
        }
        int offset = TestSettings.freePort() - MANAGEMENT_PORT;
        process = script.start(scripts.resolve("start.sh"), "-Djboss.socket.binding.port-offset=" + offset);
        Readiness.await(baseUri());
    }

    @Override
    public void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    @Override
    public void stop() {
        end(ProcessHandle::destroy);
    }

    @Override
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + settings.port() + "/");
    }

    @Override
    public String adminPassword() {
        return settings.adminPassword();
    }

    @Override
    public Database database() {
        return settings.database();
    }

    @Override
    public Path log() {
        return settings.work().resolve("server.log");
    }

    /** The server is a child of its start script. */
    private void end(Consumer<ProcessHandle> how) {
        if (process == null) {
            return;
        }
        var server = process.descendants().toList();
        server.forEach(how);
        server.forEach(handle -> handle.onExit().join());
        process.destroy();
        process.onExit().join();
    }
}
