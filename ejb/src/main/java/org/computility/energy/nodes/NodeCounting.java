package org.computility.energy.nodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts on what the counters of nodes show. Callers hold the lock of the meter's source. */
@ApplicationScoped
public class NodeCounting {

    /** How long a machine may be away, and what it counted meanwhile still come in. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    NodeCounts counts;

    /**
     * Takes over what the counters of a meter show.
     *
     * @param lastLook null: this is the first, which counts nothing
     * @return the watt-hours that came to them since they were last read
     */
    public BigDecimal add(String meterCode, List<NodeCount> shown, Instant lastLook, Instant now) {
        Map<String, NodeCount> before =
                counts.of(meterCode).stream().collect(Collectors.toMap(NodeCount::counter, Function.identity()));
        counts.keep(meterCode, shown, now);
        counts.forget(meterCode, now.minus(KEPT));
        return lastLook == null
                ? BigDecimal.ZERO
                : shown.stream()
                        .map(count -> count.addedSince(before.get(count.counter()), lastLook))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
