package org.computility.observation.rest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.computility.observation.Figure;
import org.computility.observation.Tally;
import org.computility.shared.database.outage.Outage;

/** What the database holds, asked for at most every so often. While it does not answer nothing is told: an old count would be taken for true. */
final class TallyGauges {

    private static final Logger LOG = Logger.getLogger(TallyGauges.class.getName());

    /** Several Prometheus servers, or an impatient one, cost the database no more than this. */
    static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final Map<Figure, MultiGauge> gauges = new EnumMap<>(Figure.class);
    private final List<Supplier<List<Tally>>> counts;
    private final Clock clock;
    private Instant taken = Instant.EPOCH;
    private boolean away;

    /** @param counts one that fails takes no other along */
    TallyGauges(MeterRegistry registry, List<Supplier<List<Tally>>> counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
        for (Figure figure : Figure.values()) {
            gauges.put(
                    figure,
                    MultiGauge.builder(figure.figureName())
                            .description(figure.meaning())
                            .baseUnit(figure == Figure.HEARD ? "seconds" : null)
                            .register(registry));
        }
    }

    /** Counts again where the last counts are old. */
    void refresh(boolean databaseAnswers) {
        Instant now = clock.instant();
        if (!databaseAnswers) {
            away = true;
            show(List.of());
        } else if (away || !now.isBefore(taken.plus(GOOD_FOR))) {
            away = false;
            taken = now;
            show(counts.stream().map(TallyGauges::counted).flatMap(List::stream).toList());
        }
    }

    private static List<Tally> counted(Supplier<List<Tally>> count) {
        try {
            return count.get();
        } catch (RuntimeException e) {
            // Whoever scrapes comes again; the other figures are worth more than an error in their place.
            LOG.log(
                    Outage.isOne(e) ? Level.FINE : Level.WARNING,
                    "Something could not be counted for a scrape: {0}",
                    e.toString());
            return List.of();
        }
    }

    private void show(List<Tally> tallies) {
        Map<Figure, List<MultiGauge.Row<?>>> rows = tallies.stream()
                .collect(Collectors.groupingBy(
                        Tally::counted, Collectors.mapping(TallyGauges::row, Collectors.<MultiGauge.Row<?>>toList())));
        gauges.forEach((figure, gauge) -> gauge.register(rows.getOrDefault(figure, List.of()), true));
    }

    private static MultiGauge.Row<?> row(Tally tally) {
        List<String> labels = tally.counted().labels();
        List<String> values = tally.values();
        return MultiGauge.Row.of(
                Tags.of(IntStream.range(0, labels.size())
                        .mapToObj(at -> Tag.of(labels.get(at), values.get(at)))
                        .toList()),
                tally.count());
    }
}
