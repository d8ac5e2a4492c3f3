package org.computility.planning.evaluation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.results.Sighting;

/**
 * How long it took from the moment that a result shows, by its node's clock, to its receipt by the platform, in seconds. Each is the delay
 * of one result: the least that so large a share does not exceed.
 */
record Delays(double median, double p95) {

    private static final double NANOS = 1e9;

    /**
     * Of results, each once however many things it shows; null for none. A result dated by its receipt, because its node's
     * clock was wrong, tells no delay.
     */
    static Delays of(Collection<Sighting> seen) {
        Map<UUID, Duration> each = seen.stream()
                .filter(one -> !one.time().equals(one.receivedAt()))
                .collect(Collectors.toMap(
                        Sighting::resultId,
                        one -> Duration.between(one.time(), one.receivedAt()),
                        (one, again) -> one));
        List<Duration> sorted = each.values().stream().sorted().toList();
        return sorted.isEmpty() ? null : new Delays(rank(sorted, 50), rank(sorted, 95));
    }

    private static double rank(List<Duration> sorted, int percent) {
        int place = (sorted.size() * percent + 99) / 100;
        return sorted.get(place - 1).toNanos() / NANOS;
    }
}
