package org.computility.system.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.computility.server.PayaraMicroServer;

/** The one WAR on Payara Micro, started exactly as the launcher does; it ends with the process that started it. */
final class PayaraMicroUnderTest extends LocalServer {

    private PayaraMicroServer server;

    PayaraMicroUnderTest(TestSettings settings) {
        super(settings, EngineTables.JBATCH);
    }

    @Override
    void install(Map<String, String> environment) {
        // It runs from its jar.
    }

    @Override
    void launch(Map<String, String> environment) {
        server = PayaraMicroServer.start(new PayaraMicroServer.Settings(
                settings().home(),
                settings().work(),
                settings().port(),
                settings().database(),
                Optional.of(settings().databaseProcess()),
                PayaraMicroServer.HEAP_MIB,
                environment));
        server.awaitReady();
    }

    @Override
    Optional<ProcessHandle> process() {
        return Optional.ofNullable(server)
                .map(started -> started.process().toHandle())
                .filter(ProcessHandle::isAlive);
    }

    @Override
    public Path log() {
        return settings().work().resolve("server.0.log");
    }
}
