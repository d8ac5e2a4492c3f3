package org.computility.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * Java's own {@link FileHandler}, with its settings, which begins a new file on a new day, too. It lives in the server's
 * process, where {@code logging.properties} names it, and so uses nothing else of the launcher.
 */
public final class DailyLog extends Handler {

    private static final String SETTINGS = FileHandler.class.getName() + ".";

    private final Clock clock;
    private FileHandler file;
    private Instant nextDay;

    /** Called by Java's logging. */
    public DailyLog() throws IOException {
        this(Clock.systemDefaultZone());
    }

    DailyLog(Clock clock) throws IOException {
        this.clock = clock;
        LocalDate today = LocalDate.now(clock);
        nextDay = startOf(today.plusDays(1));
        open(Files.exists(current())
                && Files.getLastModifiedTime(current()).toInstant().isBefore(startOf(today)));
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!clock.instant().isBefore(nextDay)) {
            beginDay();
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

    private void beginDay() {
        nextDay = startOf(LocalDate.now(clock).plusDays(1));
        file.close();
        try {
            open(true);
        } catch (IOException e) {
            reportError("No new file for the day.", e, ErrorManager.OPEN_FAILURE);
        }
    }

    /** A file handler that does not append begins with a new file, and renames what is there. */
    private void open(boolean anew) throws IOException {
        file = new FileHandler(
                setting("pattern"), Integer.parseInt(setting("limit")), Integer.parseInt(setting("count")), !anew);
        setLevel(file.getLevel());
    }

    private static Path current() {
        return Path.of(setting("pattern").replace("%g", "0").replace("%%", "%"));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    private static String setting(String name) {
        return LogManager.getLogManager().getProperty(SETTINGS + name);
    }
}
