package org.computility.jobs.placement.round;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.computility.jobs.placement.CenterScore;
import org.computility.jobs.placement.PlacementRules.ScoreWeights;
import org.computility.jobs.placement.WaitingJob;
import org.computility.jobs.placement.round.Choice.Part;

/** How well centers suit a job. */
final class Scoring {

    private static final int BEST = 1000;

    private final ScoreWeights weights;

    Scoring(ScoreWeights weights) {
        this.weights = weights;
    }

    /** One score for each, in their order. */
    List<CenterScore> of(WaitingJob job, List<Part> parts) {
        BigDecimal cheapest = parts.stream()
                .map(part -> job.places().prices().get(part.center().id()))
                .filter(Objects::nonNull)
                .min(BigDecimal::compareTo)
                .orElse(null);
        List<CenterScore> scores = new ArrayList<>();
        for (Part part : parts) {
            int fit = fit(job, part);
            int price = price(job.places().prices().get(part.center().id()), cheapest);
            int queue = queue(part.center());
            int data = data(job, part.center());
            long total = (long) weights.fit() * fit
                    + (long) weights.price() * price
                    + (long) weights.queue() * queue
                    + (long) weights.data() * data;
            scores.add(new CenterScore(part.center().id(), fit, price, queue, data, total));
        }
        return scores;
    }

    private static int fit(WaitingJob job, Part part) {
        int left = 0;
        for (NodeRoom node : part.nodes()) {
            left += node.leftAfter(part.center().needed(job, job.ofEachNode(), node));
        }
        return BEST - left / part.nodes().size();
    }

    private static int price(BigDecimal price, BigDecimal cheapest) {
        if (cheapest == null) {
            return BEST;
        }
        if (price == null) {
            return 0;
        }
        return price.signum() == 0 ? BEST : (int) (BEST * (cheapest.doubleValue() / price.doubleValue()));
    }

    private static int queue(CenterState center) {
        long cores = center.cores();
        int free = cores <= 0 ? 0 : (int) (Math.max(0, center.freeCores()) * BEST / cores);
        return center.reservedFor == null ? free : free / 2;
    }

    private static int data(WaitingJob job, CenterState center) {
        int wanted = job.places().datasets().size();
        if (wanted == 0) {
            return BEST;
        }
        long held = job.places().datasets().stream()
                .filter(center.facts.datasets()::contains)
                .count();
        return (int) (held * BEST / wanted);
    }
}
