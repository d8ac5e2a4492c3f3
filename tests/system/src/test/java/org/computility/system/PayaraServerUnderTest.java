package org.computility.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.computility.server.Database;

/** The EAR on Payara Server, set up by the scripts that administrators run. */
final class PayaraServerUnderTest implements ServerUnderTest {

    private static final int HTTP_OFFSET = 80;

    private final TestSettings settings;
    private final Path home;
    private final Script script;
    private boolean installed;

    PayaraServerUnderTest(TestSettings settings) {
        this.settings = settings;
        home = settings.work().resolve("payara6");
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put("PAYARA_HOME", home.toString());
        environment.put("PORT_BASE", "" + (settings.port() - HTTP_OFFSET));
        script = new Script(settings.work().resolve("scripts.log"), environment);
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill, "kill-payara"));
    }

    @Override
    public void start() {
        if (installed) {
            startDomain();
        } else {
            kill(); // What a former run may have left.
            TestSettings.deleteFolder(domain());
            Path driver = settings.home().resolve("server/postgresql.jar");
            script.run(TestSettings.scripts("payara-server").resolve("install.sh"), driver);
            startDomain();
            script.run(TestSettings.scripts("payara-server").resolve("deploy.sh"), TestSettings.ear());
            installed = true;
        }
        Readiness.await(baseUri());
    }

    @Override
    public void kill() {
        TestSettings.processIn(domain().resolve("config/pid")).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
        });
    }

    @Override
    public void stop() {
        script.run(home.resolve("bin/asadmin"), "stop-domain", "computility");
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
        return domain().resolve("logs/server.log");
    }

    private void startDomain() {
        try {
            // It would make asadmin refuse after a kill.
            Files.deleteIfExists(domain().resolve("config/pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        script.run(home.resolve("bin/asadmin"), "start-domain", "computility");
    }

    private Path domain() {
        return home.resolve("glassfish/domains/computility");
    }
}
