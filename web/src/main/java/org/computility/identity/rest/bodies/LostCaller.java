package org.computility.identity.rest.bodies;

import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Failures that say nothing but that the caller has hung up, or was given up because it did not read. */
final class LostCaller {

    /** Servers have no type for it. */
    private static final Set<String> WORDS = Set.of(
            "Connection is closed", "Locally closed", "Broken pipe", "Connection reset", "Connection reset by peer");

    private LostCaller() {}

    /** Whether the failure, or a cause of it, is one. */
    static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof ClosedChannelException
                        || (cause.getMessage() != null && WORDS.contains(cause.getMessage())));
    }
}
