package org.computility.planning.evaluation;

/**
 * What became of findings and events.
 *
 * @param matched pairs of a finding and an event
 * @param repeated findings of an event that another finding was matched with
 * @param unfounded findings that fit no event
 * @param missed events without a finding
 */
record Tally(int matched, int repeated, int unfounded, int missed) {

    /** The share of the findings that were right; repeated ones are neither. Null: nothing was found. */
    Double precision() {
        return matched + unfounded == 0 ? null : (double) matched / (matched + unfounded);
    }

    /** The share of the events that were found. Null: there were none. */
    Double recall() {
        return matched + missed == 0 ? null : (double) matched / (matched + missed);
    }

    /** The harmonic mean of both; 0 where nothing matched. Null where one of the two is. */
    Double f1() {
        return precision() == null || recall() == null ? null : 2.0 * matched / (2.0 * matched + unfounded + missed);
    }
}
