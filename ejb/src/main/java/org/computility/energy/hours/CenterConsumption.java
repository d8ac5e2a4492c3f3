package org.computility.energy.hours;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.energy.MeterKind;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.meters.MeterView;
import org.computility.shared.Rejected;

/**
 * What a center's electricity went into, hour by hour, by all its meters, those out of service among them. Callers have checked who may
 * see it.
 */
@Stateless
public class CenterConsumption {

    @EJB
    MeterRegistry meters;

    @Inject
    Counting counting;

    /**
     * Each hour of the clock of that period, the first and the last cut where the period begins and ends. Empty where the center's meters do
     * not tell what goes into the IT: neither a meter of it, nor meters of the whole and of cooling.
     *
     * @throws Rejected {@code period-reversed}, {@code member-invalid} for more than 32 days
     */
    public List<CenterHour> hours(int centerId, Instant from, Instant to) {
        HourlyConsumption.requirePeriod(from, to);
        List<MeterView> all = meters.of(centerId);
        Map<String, Counter> counters = counting.counters(all, from, to);
        List<CenterHour> hours = new ArrayList<>();
        for (Instant begin = from; begin.isBefore(to); begin = Counter.endOfHour(begin, to)) {
            Instant first = begin;
            Instant end = Counter.endOfHour(begin, to);
            hour(kind -> all.stream()
                            .filter(meter -> meter.kind() == kind)
                            .filter(meter -> tells(meter, counters.get(meter.code()), first, end))
                            .map(meter -> consumed(meter, counters.get(meter.code()), first, end))
                            .reduce(Consumed::plus))
                    .ifPresent(hours::add);
        }
        return hours;
    }

    /**
     * What the center's meters counted in that period, by kind. A kind is left out where the center has no meter of it, or where the
     * readings of one in service do not reach over the whole period.
     *
     * @throws Rejected {@code period-reversed}, {@code member-invalid} for more than 32 days
     */
    public Map<MeterKind, Consumed> period(int centerId, Instant from, Instant to) {
        HourlyConsumption.requirePeriod(from, to);
        List<MeterView> all = meters.of(centerId);
        Map<String, Counter> counters = counting.counters(all, from, to);
        Map<MeterKind, Consumed> known = new EnumMap<>(MeterKind.class);
        all.stream()
                .filter(meter -> tells(meter, counters.get(meter.code()), from, to))
                .forEach(meter -> known.merge(
                        meter.kind(), consumed(meter, counters.get(meter.code()), from, to), Consumed::plus));
        known.values().removeIf(consumed -> !consumed.whole());
        return known;
    }

    /** Whether it counted in that period: neither did one that was out of service before, nor one that came and was first read later. */
    private static boolean tells(MeterView meter, Counter counter, Instant from, Instant to) {
        boolean gone = meter.retiredAt() != null && !meter.retiredAt().isAfter(from);
        boolean later = !meter.createdAt().isBefore(to) && !counter.beginsBefore(to);
        return !gone && !later;
    }

    /** Of a meter that left service in the period comes nothing more: what it told is the whole. */
    private static Consumed consumed(MeterView meter, Counter counter, Instant from, Instant to) {
        Consumed told = counter.between(from, to);
        boolean left = meter.retiredAt() != null && !meter.retiredAt().isAfter(to);
        boolean whole = told.whole() || left && counter.beginsAt(from) && counter.isKnown(from, to);
        return new Consumed(from, to, told.amount(), whole, told.estimated());
    }

    private static Optional<CenterHour> hour(Kinds kinds) {
        Optional<Consumed> total = kinds.consumed(MeterKind.TOTAL_ELECTRICITY);
        Optional<Consumed> it = kinds.consumed(MeterKind.IT_ELECTRICITY);
        Optional<Consumed> cooling = kinds.consumed(MeterKind.COOLING_ELECTRICITY);
        if (total.isPresent() && it.isPresent()) {
            return Optional.of(within(total.get(), it.get().amount(), it.get()));
        }
        if (total.isPresent() && cooling.isPresent()) {
            return Optional.of(
                    within(total.get(), total.get().amount() - cooling.get().amount(), cooling.get()));
        }
        return it.map(known -> new CenterHour(
                cooling.map(other -> marked(known.amount(), known, other)).orElse(known),
                cooling.map(Consumed::amount).orElse(0L)));
    }

    /** The part is no more than the whole, and no less than nothing, whatever two meters that differ a little tell. */
    private static CenterHour within(Consumed total, long part, Consumed other) {
        long it = Math.max(0, Math.min(part, total.amount()));
        return new CenterHour(marked(it, total, other), total.amount() - it);
    }

    private static Consumed marked(long amount, Consumed one, Consumed other) {
        return new Consumed(
                one.from(), one.to(), amount, one.whole() && other.whole(), one.estimated() || other.estimated());
    }

    /** What all meters of a kind counted; empty without any. */
    @FunctionalInterface
    private interface Kinds {
        Optional<Consumed> consumed(MeterKind kind);
    }
}
