package org.computility.operations;

import java.util.Map;

/**
 * What a running job says about itself; shown live.
 *
 * @param percent 0 to 100; values outside are cut off
 * @param facts numbers with names of the job's own, such as {@code round}; who shows them finds the words
 */
public record RunProgress(long runId, double percent, Map<String, Long> facts) {

    public RunProgress {
        percent = Math.min(100, Math.max(0, percent));
        facts = Map.copyOf(facts);
    }

    String factsText() {
        return new ProgressFactsColumn().convertToDatabaseColumn(facts);
    }
}
