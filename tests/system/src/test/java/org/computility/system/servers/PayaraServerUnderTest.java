package org.computility.system.servers;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The EAR on Payara Server, set up by the scripts that administrators run. */
final class PayaraServerUnderTest extends LocalServer {

    private static final int HTTP_OFFSET = 80;

    private final Path home;
    private boolean deployed;

    PayaraServerUnderTest(TestSettings settings) {
        super(settings, EngineTables.JBATCH);
        home = settings.work().resolve("payara6");
    }

    @Override
    void install(Map<String, String> environment) {
        TestSettings.deleteFolder(domain());
        Path driver = settings().home().resolve("server/postgresql.jar");
        script(environment).run(scripts().resolve("install.sh"), driver);
    }

    @Override
    void launch(Map<String, String> environment) {
        // It would make asadmin refuse after a kill.
        TestSettings.deleteFolder(pidFile());
        Script script = script(environment);
        script.run(home.resolve("bin/asadmin"), "start-domain", "computility");
        if (!deployed) {
            script.run(scripts().resolve("deploy.sh"), TestSettings.ear());
            deployed = true;
        }
    }

    @Override
    Optional<ProcessHandle> process() {
        return TestSettings.processIn(pidFile());
    }

    @Override
    public Path log() {
        return domain().resolve("logs/server.log");
    }

    private Script script(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PAYARA_HOME", home.toString());
        all.put("PORT_BASE", "" + (settings().port() - HTTP_OFFSET));
        return new Script(settings().work().resolve("scripts.log"), all);
    }

    private Path pidFile() {
        return domain().resolve("config/pid");
    }

    private Path domain() {
        return home.resolve("glassfish/domains/computility");
    }

    private static Path scripts() {
        return TestSettings.scripts("payara-server");
    }
}
