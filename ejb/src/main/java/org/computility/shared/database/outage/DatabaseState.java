package org.computility.shared.database.outage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Whether the database answers, as {@link DatabaseWatch} sees it. To ask costs nothing. */
@ApplicationScoped
public class DatabaseState {

    private static final Logger LOG = Logger.getLogger(DatabaseState.class.getName());
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private Clock clock;
    private volatile Instant awaySince;
    private Instant lastLine = Instant.EPOCH;
    private long untold;

    /** For the container's proxy. */
    protected DatabaseState() {}

    @Inject
    public DatabaseState(Clock clock) {
        this.clock = clock;
    }

    /** Calls are refused, and timers wait, while this is so. */
    public boolean isAway() {
        return awaySince != null;
    }

    /** It answered just now. */
    void answers() {
        Instant since = awaySince;
        if (since != null) {
            awaySince = null;
            LOG.log(
                    Level.INFO,
                    "The database answers again, after {0} s.",
                    Duration.between(since, clock.instant()).toSeconds());
        }
    }

    /** It did not answer. */
    void doesNotAnswer(Throwable reason) {
        if (awaySince == null) {
            awaySince = clock.instant();
        }
        missed(reason);
    }

    /** Something failed because the database is away: one line a second at most says so. */
    public synchronized void missed(Throwable reason) {
        Instant now = clock.instant();
        if (now.isBefore(lastLine.plus(BETWEEN_LINES))) {
            untold++;
            return;
        }
        LOG.log(
                Level.WARNING,
                "The database does not answer: {0} ({1} more failures since the last line)",
                new Object[] {innermost(reason), untold});
        lastLine = now;
        untold = 0;
    }

    private static String innermost(Throwable reason) {
        Throwable cause = reason;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
