package org.computility.jobs;

import java.util.List;
import java.util.Objects;

/**
 * Why a task is where it is.
 *
 * @param node on which room was found; empty where the center chooses
 * @param borrowed whether it is more than the organisation's share
 * @param scores of the centers that were compared
 */
public record PlacementReasons(String centerId, String node, boolean borrowed, List<Score> scores) {

    public PlacementReasons {
        node = Objects.requireNonNullElse(node, "");
        scores = List.copyOf(scores);
    }

    /** How well a center suited the job; each part from 0 to 1000, the greatest is best. */
    public record Score(String centerId, int fit, int price, int queue, int data, long total) {}
}
