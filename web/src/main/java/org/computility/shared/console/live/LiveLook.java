package org.computility.shared.console.live;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What a look found.
 *
 * @param rows by their keys; rows that are gone are missing
 * @param lists a mark of each organisation's list, which changes when rows are added or removed; an organisation without
 *     rows may be missing
 */
public record LiveLook(Map<String, LiveRow> rows, Map<UUID, Long> lists) {

    public LiveLook {
        rows = Map.copyOf(rows);
        // Copied in this way because rows of the platform itself have no organisation.
        lists = Collections.unmodifiableMap(new HashMap<>(lists));
    }

    /** The mark of the list that somebody sees; it changes when rows in sight are added or removed. */
    public long mark(Predicate<UUID> sight) {
        return lists.entrySet().stream()
                .filter(list -> sight.test(list.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
