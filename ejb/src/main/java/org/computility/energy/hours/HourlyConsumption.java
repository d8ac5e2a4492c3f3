package org.computility.energy.hours;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.energy.Amount;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.meters.MeterView;
import org.computility.energy.readings.ReadingHistory;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/** What meters counted hour by hour. Callers have checked who may see it. */
@Stateless
public class HourlyConsumption {

    /** Of one answer. */
    static final Duration LONGEST = Duration.ofDays(32);

    private static final Member FROM = new Member("from");
    private static final Member TO = new Member("to");

    @EJB
    MeterRegistry meters;

    @EJB
    ReadingHistory history;

    /**
     * What a meter counted in each hour of the clock of that period; the first and the last hour end where the period does. They add up to
     * what it counted in the period.
     *
     * @throws NotFound {@code meter-unknown}
     * @throws Rejected {@code period-reversed}, {@code member-invalid} for more than 32 days
     */
    public List<Consumed> ofMeter(String code, Instant from, Instant to) {
        requirePeriod(from, to);
        MeterView meter = meters.find(code).orElseThrow(() -> MeterRegistry.unknown(code));
        return counters(List.of(meter), from, to).get(code).hours(from, to);
    }

    /**
     * Returns where hours of that period can be reckoned.
     *
     * @throws Rejected {@code period-reversed}, {@code member-invalid} for more than 32 days
     */
    public static void requirePeriod(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new Rejected("period-reversed", FROM, "{member} is before to.");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new Rejected("member-invalid", TO, "{member} is at most " + LONGEST.toDays() + " days behind from.");
        }
    }

    /** The counting of each of those meters around that period. */
    Map<String, Counter> counters(Collection<MeterView> some, Instant from, Instant to) {
        var shown = history.around(some.stream().map(MeterView::code).toList(), from, to);
        return some.stream()
                .collect(Collectors.toMap(
                        MeterView::code,
                        meter -> new Counter(
                                meter.modulus() == null ? null : Amount.thousandths(meter.modulus()),
                                shown.getOrDefault(meter.code(), List.of()))));
    }
}
