package org.computility.system;

import java.net.URI;
import java.nio.file.Path;
import org.computility.server.Database;
import org.computility.server.PayaraMicroServer;

/** The one WAR on Payara Micro, started exactly as the launcher does. */
final class PayaraMicroUnderTest implements ServerUnderTest {

    private final TestSettings settings;
    private PayaraMicroServer server;

    PayaraMicroUnderTest(TestSettings settings) {
        this.settings = settings;
    }

    @Override
    public void start() {
        server = PayaraMicroServer.start(new PayaraMicroServer.Settings(
                settings.home(),
                settings.work(),
                settings.port(),
                settings.database(),
                settings.databaseProcess(),
                settings.environment()));
        server.awaitReady();
    }

    @Override
    public void kill() {
        server.process().destroyForcibly().onExit().join();
    }

    @Override
    public void stop() {
        server.close();
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
}
