package org.computility.reporting.duplicates;

import java.util.Map;

/**
 * How many pairs there are.
 *
 * @param same undecided, and all agrees
 * @param doubtful undecided, and much agrees
 * @param merged decided: one center
 */
public record PairCounts(long same, long doubtful, long merged) {

    /** With the names under which a run shows them. */
    public Map<String, Long> facts() {
        return Map.of("same", same, "doubtful", doubtful, "merged", merged);
    }
}
