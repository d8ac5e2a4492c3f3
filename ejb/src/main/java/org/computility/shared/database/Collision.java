package org.computility.shared.database;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.computility.shared.Conflict;
import org.hibernate.StaleStateException;

/**
 * Two transactions that changed the same rows: one of them is rolled back whole, and would succeed, or be refused in words, if it came
 * a moment later.
 */
public final class Collision {

    /** Deadlock detected; serialization failure. */
    private static final Set<String> STATES = Set.of("40P01", "40001");

    private Collision() {}

    /** Whether the failure, or a cause of it, is one. */
    public static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(100)
                .anyMatch(cause -> cause instanceof OptimisticLockException
                        || cause instanceof StaleStateException
                        || (cause instanceof SQLException answer && STATES.contains(answer.getSQLState())));
    }

    /** How a call is refused that collided again each time it was repeated (409). */
    public static Conflict refusal() {
        return new Conflict(
                "changed-meanwhile",
                "Others changed the same things in the same moment; nothing was done. Send the request again.");
    }
}
