package org.computility.shared.console.live;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a look found.
 *
 * @param rows by their keys; those that are gone are missing
 * @param lists a mark of each organisation's list, which changes when rows are added or removed; an organisation that is
 *     missing keeps its mark
 */
public record LiveLook(Map<String, LiveRow> rows, Map<UUID, Long> lists) {

    public LiveLook {
        rows = Map.copyOf(rows);
        // Copied in this way because rows of the platform itself have no organisation.
        lists = Collections.unmodifiableMap(new HashMap<>(lists));
    }
}
