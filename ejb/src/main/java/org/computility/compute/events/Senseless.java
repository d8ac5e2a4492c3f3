package org.computility.compute.events;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Recognises a failure that no repetition can mend: a value that makes no sense, or that no column holds. */
final class Senseless {

    /** SQLSTATE 22 and 23: a value that the column does not hold, or that breaks a rule of the table. */
    private static final Set<String> UNSTORABLE = Set.of("22", "23");

    private Senseless() {}

    /** Whether a node's own words caused the failure. */
    static boolean is(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof IllegalArgumentException
                        || (cause instanceof SQLException refused
                                && refused.getSQLState() != null
                                && UNSTORABLE.contains(refused.getSQLState().substring(0, 2))));
    }
}
