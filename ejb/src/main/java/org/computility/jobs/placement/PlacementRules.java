package org.computility.jobs.placement;

import java.util.Map;
import java.util.UUID;

/**
 * How the network is shared out.
 *
 * @param shares of organisations that have one of their own
 * @param others of everybody else
 * @param weights what counts how much where a center is chosen
 */
public record PlacementRules(Map<UUID, Share> shares, Share others, ScoreWeights weights) {

    /** Equal shares, no quotas. */
    public static final PlacementRules EQUAL = new PlacementRules(Map.of(), Share.EQUAL, ScoreWeights.USUAL);

    /**
     * An organisation's part.
     *
     * @param weight at least 1; with 2 it is due twice as much as with 1
     * @param quota what it is assured of and may exceed only by borrowing; null: it has none, is assured of nothing and never borrows
     */
    public record Share(int weight, Amount quota) {

        public static final Share EQUAL = new Share(1, null);

        public Share {
            if (weight < 1) {
                throw new IllegalArgumentException("weight below 1: " + weight);
            }
        }
    }

    /** What each part of a {@link CenterScore} counts. */
    public record ScoreWeights(int fit, int price, int queue, int data) {

        public static final ScoreWeights USUAL = new ScoreWeights(2, 3, 2, 3);
    }

    public PlacementRules {
        shares = Map.copyOf(shares);
    }

    public Share of(UUID organisation) {
        return shares.getOrDefault(organisation, others);
    }
}
