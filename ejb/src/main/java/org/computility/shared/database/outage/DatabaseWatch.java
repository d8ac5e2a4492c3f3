package org.computility.shared.database.outage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.computility.database.DatabaseSettings;

/**
 * Asks the database twice a second whether it is there, on a connection and a thread of its own: pools and timers may all
 * wait for a database that hangs.
 */
@Startup
@Singleton
public class DatabaseWatch {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** A busy database may take a while; only one that hangs takes that long for nothing. */
    private static final int PATIENCE_SECONDS = 3;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private DatabaseState state;

    private Thread thread;

    @PostConstruct
    void start() {
        thread = threads.newThread(this::watch);
        thread.setName("database-watch");
        thread.start();
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
    }

    private void watch() {
        try (DatabaseProbe probe =
                new DatabaseProbe(DatabaseSettings.fromEnvironment().impatientDataSource(PATIENCE_SECONDS))) {
            while (!Thread.currentThread().isInterrupted()) {
                look(probe);
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // The application stops.
        }
    }

    private void look(DatabaseProbe probe) {
        try {
            probe.ask();
            state.answers();
        } catch (SQLException e) {
            state.doesNotAnswer(e);
        }
    }
}
