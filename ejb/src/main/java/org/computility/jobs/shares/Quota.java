package org.computility.jobs.shares;

import org.computility.jobs.placement.Amount;

/**
 * What an organisation is assured of in the whole network.
 *
 * @param cores null: as many as there are
 * @param memoryBytes null: as much as there is
 * @param accelerators of any type; null: as many as there are
 */
public record Quota(Long cores, Long memoryBytes, Long accelerators) {

    /** More than there ever is, and far enough from the end of the numbers to be reckoned with. */
    private static final long NO_BOUND = 1L << 60;

    /** Whether it binds nothing. */
    boolean isEmpty() {
        return cores == null && memoryBytes == null && accelerators == null;
    }

    Amount amount() {
        return new Amount(bound(cores), bound(memoryBytes), bound(accelerators));
    }

    private static long bound(Long part) {
        return part == null ? NO_BOUND : part;
    }
}
