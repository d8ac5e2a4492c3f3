package org.computility.energy.hours;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.meters.MeterView;
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

    @Inject
    Counting counting;

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
        return counting.counters(List.of(meter), from, to).get(code).hours(from, to);
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
}
