package org.computility.system.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The EAR on WildFly, set up by the scripts that administrators run. */
final class WildFlyUnderTest extends LocalServer {

    private static final int MANAGEMENT_PORT = 9990;

    /** Seconds. After its usual 300 WildFly takes the application away for good: not enough where several builds share a machine. */
    private static final String BLOCKING_TIMEOUT = "-Djboss.as.management.blocking.timeout=1200";

    private final Path home;
    private final Path pidFile;

    WildFlyUnderTest(TestSettings settings) {
        super(settings, EngineTables.JBERET);
        home = settings.work().resolve(System.getProperty("wildfly.folder"));
        pidFile = settings.work().resolve("wildfly.pid");
    }

    @Override
    void install(Map<String, String> environment) {
        Stream.of("standalone/data", "standalone/tmp", "modules/org", "standalone/deployments/computility.ear")
                .map(home::resolve)
                .forEach(TestSettings::deleteFolder);
        Script script = script(environment);
        script.run(scripts().resolve("install.sh"), settings().home().resolve("server/postgresql.jar"));
        script.run(scripts().resolve("deploy.sh"), TestSettings.ear());
    }

    @Override
    void launch(Map<String, String> environment) {
        int offset = TestSettings.freePort() - MANAGEMENT_PORT;
        script(environment)
                .start(scripts().resolve("start.sh"), "-Djboss.socket.binding.port-offset=" + offset, BLOCKING_TIMEOUT);
    }

    @Override
    Optional<ProcessHandle> process() {
        return TestSettings.processIn(pidFile);
    }

    @Override
    public Path ownLog() {
        return home.resolve("standalone/log/server.log");
    }

    private Script script(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("WILDFLY_HOME", home.toString());
        // WildFly's own start script writes its server's number there.
        all.put("JBOSS_PIDFILE", pidFile.toString());
        return new Script(log(), all);
    }

    private static Path scripts() {
        return TestSettings.scripts("wildfly");
    }
}
