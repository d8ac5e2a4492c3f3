package org.computility.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * Java's own {@link FileHandler}, with its settings, which begins a new file on a new day, too, and tries again where it could not
 * open its next file: a server that ran out of files writes its log again once it has some. It lives in the server's process, where
 * {@code logging.properties} names it, and so uses nothing else of the launcher.
 */
public final class DailyLog extends Handler {

    private static final String SETTINGS = FileHandler.class.getName() + ".";

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final Clock clock;
    private FileHandler file;
    /** Whose records the current file holds. */
    private LocalDate day;

    private Instant opensAgainAt;

    /** Called by Java's logging. */
    public DailyLog() throws IOException {
        this(Clock.systemDefaultZone());
    }

    DailyLog(Clock clock) throws IOException {
        this.clock = clock;
        Path current = Path.of(setting("pattern").replace("%g", "0").replace("%%", "%"));
        day = Files.exists(current)
                ? LocalDate.ofInstant(Files.getLastModifiedTime(current).toInstant(), clock.getZone())
                : LocalDate.now(clock);
        open();
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!clock.instant().isBefore(opensAgainAt)) {
            openAgain();
        }
        file.publish(record);
    }

    @Override
    public synchronized void flush() {
        file.flush();
    }

    @Override
    public synchronized void close() {
        file.close();
    }

    private void openAgain() {
        file.close();
        try {
            open();
        } catch (IOException e) {
            opensAgainAt = clock.instant().plus(BETWEEN_TRIES);
            reportError(
                    "No file for the log; again in " + BETWEEN_TRIES.toSeconds() + " s.", e, ErrorManager.OPEN_FAILURE);
        }
    }

    /** A file handler that does not append begins with a new file, and renames what is there. */
    private void open() throws IOException {
        LocalDate today = LocalDate.now(clock);
        boolean appends = !today.isAfter(day);
        file = new FileHandler(
                setting("pattern"), Integer.parseInt(setting("limit")), Integer.parseInt(setting("count")), appends);
        file.setErrorManager(new LostFile());
        setLevel(file.getLevel());
        day = today;
        opensAgainAt = today.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private static String setting(String name) {
        return LogManager.getLogManager().getProperty(SETTINGS + name);
    }

    /** A file handler that cannot open the file after a full one writes nothing any more, and tells only this. */
    private final class LostFile extends ErrorManager {

        @Override
        public synchronized void error(String words, Exception cause, int code) {
            super.error(words, cause, code);
            if (code == OPEN_FAILURE) {
                opensAgainAt = clock.instant().plus(BETWEEN_TRIES);
            }
        }
    }
}
