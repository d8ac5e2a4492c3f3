package org.computility.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What PostgreSQL logs: it begins a new file each day and at 20 MB by itself, and never deletes one. Here the last ten are kept.
 */
final class DatabaseLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DatabaseLog.class.getName());
    private static final int KEPT = 10;
    private static final long EVERY_SECONDS = 60;
    private static final String BEGINNING = "postgres-";
    private static final String END = ".log";

    private final Path folder;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(DatabaseLog::thread);

    DatabaseLog(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** PostgreSQL's settings for it. */
    List<String> settings() {
        return List.of(
                "logging_collector=on",
                "log_directory=" + folder,
                "log_filename=" + BEGINNING + "%Y-%m-%d-%H%M%S" + END,
                "log_rotation_age=1d",
                "log_rotation_size=20MB");
    }

    /** Keeps the last ten files, until it is closed. */
    void begin() {
        looks.scheduleWithFixedDelay(this::sweep, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Their names are in the order of their times. */
    void sweep() {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(DatabaseLog::isOurs)
                    .sorted(Comparator.reverseOrder())
                    .skip(KEPT)
                    .forEach(DatabaseLog::delete);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "No log of the database yet.", e);
        }
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(BEGINNING) && name.endsWith(END);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "An old log of the database stays.", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "database-log");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
