package org.computility.shared.database;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
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

    /** In characters of what is looked for: a search may name thousands of things. */
    private static final int MOST = 4_000_000;

    private static final int LEAST_WEIGHT = 200;

    private static final Cache<Asked, Long> KNOWN = Caffeine.newBuilder()
            .maximumWeight(MOST)
            .weigher((Asked asked, Long total) ->
                    LEAST_WEIGHT + asked.search().toString().length())
            .expireAfterWrite(FRESH)
            .build();

    /** Who asked which database what. */
    private record Asked(SessionFactory database, Class<?> type, Object search) {}

    private LargeTotals() {}

    /**
     * @param search what is looked for; equal for searches that find the same
     * @param few counts, but no further than one more than MANY
     * @param all counts all
     */
    static long of(SessionFactory database, Class<?> type, Object search, LongSupplier few, LongSupplier all) {
        Asked asked = new Asked(database, type, search);
        Long known = KNOWN.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        long counted = few.getAsLong();
        return counted <= MANY ? counted : KNOWN.get(asked, first -> all.getAsLong());
    }
}
