package org.computility.federation.books;

import java.util.Set;

/**
 * A report that ought to stand above, as it stands here.
 *
 * @param upperCenterId what the platform above calls the center; null: it was not told of it
 * @param outcome what it made of this state; null: it was not told it yet
 * @param upperKnownOn the point at which it took it, as it said
 * @param followed whether another state followed it that is not accepted: it is not told again
 */
public record OwnEntry(
        int centerId,
        Integer upperCenterId,
        String month,
        String hash,
        long knownOn,
        String outcome,
        Long upperKnownOn,
        boolean followed) {

    private static final Set<String> NOT_THERE = Set.of("REFUSED", "ASIDE", "LOST");

    /** Whether the platform above took it; else the push still has it. */
    boolean isTaken() {
        return upperCenterId != null && outcome != null && !NOT_THERE.contains(outcome);
    }

    ReportEntry entry() {
        return new ReportEntry(upperCenterId, month, hash, knownOn);
    }
}
