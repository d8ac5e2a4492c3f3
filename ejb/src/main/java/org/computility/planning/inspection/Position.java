package org.computility.planning.inspection;

import jakarta.persistence.Embeddable;

/**
 * Where an inspection stands.
 *
 * @param roundCount rounds completed
 * @param afterNumber the last instance done in the running round, 0 at its start
 * @param roundLimit null: until stopped
 */
@Embeddable
public record Position(int roundCount, long afterNumber, Integer roundLimit) {

    /** A group is done; {@code more} says whether the round goes on behind it. */
    Position afterGroup(long lastNumber, boolean more) {
        return more ? new Position(roundCount, lastNumber, roundLimit) : new Position(roundCount + 1, 0, roundLimit);
    }

    /** The first group of a round comes next. */
    boolean atRoundStart() {
        return afterNumber == 0;
    }

    /** All rounds are done. */
    boolean isOver() {
        return roundLimit != null && roundCount >= roundLimit;
    }

    int round() {
        return roundCount + 1;
    }

    /** Share of the running round that is done, 0 to 100; an inspection that is over shows 100. */
    public static double progress(boolean over, long done, long all) {
        if (over) {
            return 100;
        }
        return all == 0 ? 0 : Math.round(1000.0 * done / all) / 10.0;
    }
}
