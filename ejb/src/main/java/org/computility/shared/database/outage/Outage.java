package org.computility.shared.database.outage;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.computility.shared.Unavailable;

/** Failures that say nothing of what was asked: the database is away, goes away, or has no connection to give. */
public final class Outage {

    /** Connection failures; the server shuts down, crashed, or starts; it has no connection left. */
    private static final List<String> STATES = List.of("08", "57P01", "57P02", "57P03", "53300");

    private static final Duration AGAIN = Duration.ofSeconds(2);

    private Outage() {}

    /** Whether the failure, or a cause of it, is one. */
    public static boolean isOne(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(100)
                .toList();
        return causes.stream().anyMatch(Outage::says) || isPoolWithoutConnection(causes);
    }

    /** How a call is refused meanwhile (503). */
    public static Unavailable refusal() {
        return new Unavailable(
                "database-away", "The database does not answer now; send the request again in some seconds.", AGAIN);
    }

    private static boolean says(Throwable cause) {
        return cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLRecoverableException
                || (cause instanceof XAException transaction && transaction.errorCode == XAException.XAER_RMFAIL)
                || (cause instanceof SQLException answer && hasState(answer.getSQLState()));
    }

    private static boolean hasState(String state) {
        return state != null && STATES.stream().anyMatch(state::startsWith);
    }

    /** Servers' pools wrap their own refusal in an SQLException without a state. */
    private static boolean isPoolWithoutConnection(List<Throwable> causes) {
        return causes.stream().anyMatch(SQLException.class::isInstance)
                && causes.stream().anyMatch(ResourceException.class::isInstance);
    }
}
