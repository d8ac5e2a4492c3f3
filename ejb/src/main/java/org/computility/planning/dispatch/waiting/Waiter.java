package org.computility.planning.dispatch.waiting;

import java.util.Comparator;
import java.util.UUID;
import org.computility.planning.dispatch.placement.Wish;

/**
 * An instance that is to start.
 *
 * @param number the lower starts first where priorities are equal
 * @param priority 0 to 9, 9 first
 * @param pinned the only service that may run it; null: any
 */
public record Waiter(UUID id, long number, int priority, String algoDefCode, String deviceId, UUID pinned) {

    static final int HIGHEST = 9;

    /** Who starts first. */
    static final Comparator<Waiter> ORDER = Comparator.comparingInt((Waiter waiter) -> -waiter.priority)
            .thenComparingLong(Waiter::number)
            .thenComparing(Waiter::id);

    Waiter anywhere() {
        return new Waiter(id, number, priority, algoDefCode, deviceId, null);
    }

    Waiter withPriority(int other) {
        return new Waiter(id, number, other, algoDefCode, deviceId, pinned);
    }

    Wish wish() {
        return new Wish(id, 0, null, algoDefCode, deviceId, pinned, null, null, false, null, null, false);
    }
}
