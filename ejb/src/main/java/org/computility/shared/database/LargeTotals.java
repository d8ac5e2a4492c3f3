package org.computility.shared.database;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.hibernate.SessionFactory;

/**
 * How many rows large searches found a moment ago. To count a million rows takes longer than to read a page of them, so a
 * total above {@link #MANY} is counted once in {@link #FRESH} by each server and for each search, by one of its callers; a
 * smaller one always.
 */
final class LargeTotals {

    /** Up to so many are counted whenever they are asked for. */
    static final int MANY = 10_000;

    static final Duration FRESH = Duration.ofSeconds(10);

    /** Older than that, it is nobody's total any more. */
    private static final Duration OLD = Duration.ofSeconds(20);

    private static final int SEARCHES = 1_000;
    private static final Map<Asked, Known> KNOWN = new ConcurrentHashMap<>();

    /** Who asked which database what. */
    private record Asked(SessionFactory database, Class<?> type, Object search) {}

    private record Known(long total, long countedAt, AtomicBoolean recounting) {
        boolean isFresh() {
            return age() < FRESH.toNanos();
        }

        /** Whether this caller counts anew; the others take the old total meanwhile. */
        boolean isMineToRecount() {
            return age() > OLD.toNanos() || recounting.compareAndSet(false, true);
        }

        private long age() {
            return System.nanoTime() - countedAt;
        }
    }

    private LargeTotals() {}

    /**
     * @param search what is looked for; equal for searches that find the same
     * @param few counts, but no further than one more than MANY
     * @param all counts all
     */
    static long of(SessionFactory database, Class<?> type, Object search, LongSupplier few, LongSupplier all) {
        Asked asked = new Asked(database, type, search);
        Known known = KNOWN.get(asked);
        if (known != null && (known.isFresh() || !known.isMineToRecount())) {
            return known.total();
        }
        try {
            return count(asked, few, all);
        } finally {
            if (known != null) {
                KNOWN.remove(asked, known);
            }
        }
    }

    private static long count(Asked asked, LongSupplier few, LongSupplier all) {
        long counted = few.getAsLong();
        if (counted <= MANY) {
            return counted;
        }
        long total = all.getAsLong();
        if (KNOWN.size() >= SEARCHES) {
            KNOWN.clear();
        }
        KNOWN.put(asked, new Known(total, System.nanoTime(), new AtomicBoolean()));
        return total;
    }
}
