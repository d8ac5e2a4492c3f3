package org.computility.jobs;

import java.util.List;

/**
 * Where a task was placed, and why there.
 *
 * @param node the one that was reckoned with; null where it is not known
 * @param borrowed the organisation is above its quota with it
 * @param scores of the centers that could take it, the best first
 * @param avoided centers that it kept away from
 */
public record ChosenPlace(String centerId, String node, boolean borrowed, List<Score> scores, List<Avoided> avoided) {

    public ChosenPlace {
        scores = List.copyOf(scores);
        avoided = List.copyOf(avoided);
    }

    /** A center that had refused or lost a task of the job a while ago, and what was said of that. */
    public record Avoided(String centerId, String reason) {}

    /** How well a center suits, each part from 0 to 1000; the total is weighted. */
    public record Score(String centerId, int fit, int price, int queue, int data, long total) {}
}
