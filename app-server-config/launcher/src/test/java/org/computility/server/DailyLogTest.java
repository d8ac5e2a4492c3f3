package org.computility.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyLogTest {

    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder;

    private Instant now = NOON;
    private DailyLog log;

    @BeforeEach
    void settings() throws IOException {
        settings(20_000_000);
    }

    private void settings(int bytes) throws IOException {
        Path settings = folder.resolve("logging.properties");
        Files.writeString(settings, "");
        new ServerLog(folder).addTo(settings);
        String forTests = Files.readString(settings)
                .replaceAll("handlers=.*", "handlers=")
                .replaceAll("formatter=.*", "formatter=java.util.logging.SimpleFormatter")
                .replaceAll("limit=.*", "limit=" + bytes);
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(forTests.getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void asBefore() throws IOException {
        log.close();
        LogManager.getLogManager().readConfiguration();
    }

    @Test
    void beginsAFileOnANewDayAndKeepsTheOthers() throws IOException {
        open();
        write("today");
        now = NOON.plus(Duration.ofHours(11));
        write("tonight");
        now = NOON.plus(Duration.ofHours(13));
        write("tomorrow");
        now = NOON.plus(Duration.ofHours(14));
        write("later");

        assertThat(file(0)).content().contains("tomorrow", "later").doesNotContain("today", "tonight");
        assertThat(file(1)).content().contains("today", "tonight");
    }

    @Test
    void goesOnWithTodaysFileAndNotWithYesterdays() throws IOException {
        open();
        write("first");
        log.close();
        Files.setLastModifiedTime(file(0), FileTime.from(NOON));
        open();
        write("second");
        assertThat(file(0)).content().contains("first", "second");
        log.close();

        Files.setLastModifiedTime(file(0), FileTime.from(NOON.minus(Duration.ofHours(13))));
        open();
        write("third");

        assertThat(file(0)).content().contains("third").doesNotContain("first");
        assertThat(file(1)).content().contains("first", "second");
    }

    @Test
    void keepsTenFiles() throws IOException {
        open();
        for (int day = 0; day < 15; day++) {
            now = NOON.plus(Duration.ofDays(day));
            write("day " + day);
        }

        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".log"))).hasSize(10);
        }
        assertThat(file(9)).content().contains("day 5");
    }

    @Test
    void writesAgainOnceAFileCanBeOpened() throws IOException {
        open();
        write("today");
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        now = NOON.plus(Duration.ofHours(13));
        write("lost");
        Files.move(away, folder);
        now = now.plusSeconds(5);
        write("tomorrow");

        assertThat(file(0)).content().contains("tomorrow").doesNotContain("lost", "today");
        assertThat(file(1)).content().contains("today");
    }

    @Test
    void writesAgainAfterAFullFileHadNoSuccessor() throws IOException {
        settings(1000);
        open();
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        write("x".repeat(2000));
        write("lost");
        Files.move(away, folder);
        now = NOON.plusSeconds(5);
        write("found");

        assertThat(file(1))
                .as("the full file goes on, and has its successor now")
                .content()
                .contains("xxx", "found")
                .doesNotContain("lost");
    }

    private void open() throws IOException {
        log = new DailyLog(new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    private void write(String words) {
        log.publish(new LogRecord(Level.INFO, words));
    }

    private Path file(int number) {
        return folder.resolve("server." + number + ".log");
    }
}
