package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.system.OnTheServer;
import org.computility.system.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A server's log does not grow for ever: a new file each day, and at 20 MB. */
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "restarts the server")
class LogsIT {

    private static final String PAYARAS = "com.sun.enterprise.server.logging.GFFileHandler.";

    private final Path log;
    private final ServerUnderTest server;

    LogsIT(ServerUnderTest server) {
        this.server = server;
        log = server.ownLog();
    }

    /** Payara Server looks at the day at midnight only, and at the size with each line: there its settings must do. */
    @Test
    void anotherDayBeginsAnotherFileAndTheOldOneIsKept() throws IOException {
        Path payaras = log.resolveSibling("../config/logging.properties");
        if (Files.exists(payaras)) {
            assertThat(Files.readAllLines(payaras))
                    .contains(
                            PAYARAS + "rotationOnDateChange=true",
                            PAYARAS + "rotationLimitInBytes=20000000",
                            PAYARAS + "maxHistoryFiles=10");
            return;
        }
        String lastLine = "the last line of yesterday: " + UUID.randomUUID();
        server.stop();
        try {
            Files.writeString(log, lastLine + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.setLastModifiedTime(log, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        } finally {
            server.start();
        }

        assertThat(log).content().isNotEmpty().doesNotContain(lastLine);
        assertThat(filesWith(lastLine)).hasSize(1);
    }

    private List<Path> filesWith(String line) throws IOException {
        try (Stream<Path> files = Files.list(log.getParent())) {
            return files.filter(file -> file.getFileName().toString().matches("server.*log.*"))
                    .filter(file -> says(file, line))
                    .toList();
        }
    }

    private static boolean says(Path file, String line) {
        try {
            return Files.readString(file).contains(line);
        } catch (IOException e) {
            return false; // A lock.
        }
    }
}
