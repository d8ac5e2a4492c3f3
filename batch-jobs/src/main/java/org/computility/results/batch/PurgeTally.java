package org.computility.results.batch;

import java.util.Map;

/**
 * What a run has done over all its attempts, as the run's row has it.
 *
 * @param total how many old results there were when the attempt began, including results that were deleted before
 * @param kept longer than others
 * @param days dropped
 */
// Public because a session bean returns it: Payara's proxies see public types only.
public record PurgeTally(long total, long kept, long deleted, long days) {

    /** The tally of earlier attempts. The kept results are still there and are counted anew. */
    static PurgeTally from(Map<String, Long> facts) {
        long deleted = facts.getOrDefault("deleted", 0L);
        return new PurgeTally(deleted, facts.getOrDefault("kept", 0L), deleted, facts.getOrDefault("days", 0L));
    }

    PurgeTally opened(long left, long keptBefore) {
        return new PurgeTally(total + left, keptBefore, deleted, days);
    }

    PurgeTally after(long moreKept, long moreDeleted) {
        return new PurgeTally(total, kept + moreKept, deleted + moreDeleted, days);
    }

    PurgeTally afterADay() {
        return new PurgeTally(total, kept, deleted, days + 1);
    }

    double percent() {
        return total == 0 ? 0 : 100.0 * (kept + deleted) / total;
    }

    Map<String, Long> facts() {
        return Map.of("read", kept + deleted, "kept", kept, "deleted", deleted, "days", days);
    }
}
