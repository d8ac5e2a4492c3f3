package org.computility.energy.hours;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.computility.energy.Amount;
import org.computility.energy.MeterKind;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.meters.MeterView;
import org.computility.energy.readings.ReadingHistory;

/**
 * What a center consumed in the past hour. It is the hour up to the newest instant up to which all meters that the figure needs have been
 * read; each figure says which. There is none where a kind of meter is missing, where one of them has no reading before the hour, or
 * where the hour ended more than two hours ago: nothing is made up.
 */
@Stateless
public class PastHour {

    /** An hour that ended before is past no more. */
    static final Duration OLDEST = Duration.ofHours(2);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PLACES = 4;

    @EJB
    MeterRegistry meters;

    @EJB
    ReadingHistory history;

    @Inject
    Counting counting;

    @Inject
    Clock clock;

    /** Callers have checked who may see it. */
    public HourFigures figures(int centerId) {
        List<MeterView> all = meters.of(centerId).stream()
                .filter(meter -> meter.retiredAt() == null)
                .toList();
        Instant now = clock.instant();
        Map<String, Instant> newest =
                history.newest(all.stream().map(MeterView::code).toList(), now);
        Instant since = now.minus(OLDEST).minus(HOUR);
        Known known = new Known(all, newest, counting.counters(all, since, now), now.minus(OLDEST));
        return new HourFigures(
                known.amount(MeterKind.TOTAL_ELECTRICITY),
                known.amount(MeterKind.GREEN_ELECTRICITY),
                known.quotient(MeterKind.TOTAL_ELECTRICITY, MeterKind.IT_ELECTRICITY),
                known.quotient(MeterKind.WATER, MeterKind.IT_ELECTRICITY));
    }

    /** @param notBefore hours that ended before are past no more */
    private record Known(
            List<MeterView> meters, Map<String, Instant> newest, Map<String, Counter> counters, Instant notBefore) {

        HourFigure amount(MeterKind kind) {
            return asOf(kind)
                    .flatMap(asOf -> consumed(kind, asOf))
                    .map(hour -> new HourFigure(Amount.value(hour.amount()), hour.to(), hour.estimated()))
                    .orElse(null);
        }

        HourFigure quotient(MeterKind dividend, MeterKind divisor) {
            return asOf(dividend, divisor)
                    .flatMap(asOf -> consumed(dividend, asOf)
                            .flatMap(above -> consumed(divisor, asOf)
                                    .filter(below -> below.amount() > 0)
                                    .map(below -> quotient(above, below))))
                    .orElse(null);
        }

        private static HourFigure quotient(Consumed above, Consumed below) {
            return new HourFigure(
                    BigDecimal.valueOf(above.amount())
                            .divide(BigDecimal.valueOf(below.amount()), PLACES, RoundingMode.HALF_UP),
                    above.to(),
                    above.estimated() || below.estimated());
        }

        /** Up to when all meters of these kinds are read; empty where one is not, or not lately. */
        private Optional<Instant> asOf(MeterKind... kinds) {
            if (Arrays.stream(kinds).anyMatch(kind -> of(kind).findAny().isEmpty())) {
                return Optional.empty();
            }
            List<MeterView> needed = Arrays.stream(kinds).flatMap(this::of).toList();
            if (!needed.stream().allMatch(meter -> newest.containsKey(meter.code()))) {
                return Optional.empty();
            }
            return needed.stream()
                    .map(meter -> newest.get(meter.code()))
                    .min(Instant::compareTo)
                    .filter(asOf -> !asOf.isBefore(notBefore));
        }

        private Optional<Consumed> consumed(MeterKind kind, Instant asOf) {
            return of(kind).map(meter -> counters.get(meter.code()).between(asOf.minus(HOUR), asOf))
                    .reduce(Consumed::plus)
                    .filter(Consumed::whole);
        }

        private Stream<MeterView> of(MeterKind kind) {
            return meters.stream().filter(meter -> meter.kind() == kind);
        }
    }
}
