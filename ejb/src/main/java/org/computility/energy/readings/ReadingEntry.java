package org.computility.energy.readings;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.computility.energy.Amount;
import org.computility.energy.meters.MeterRegistry;
import org.computility.energy.meters.MeterView;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.database.Columns;

/** Where readings come in. Callers have checked who may tell those of the meter. */
@Stateless
public class ReadingEntry {

    /** How far a sender's clock may be ahead of this server's. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    /** Before that nobody sent readings: it is a clock that was never set. */
    static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Member AT = new Member("at");
    private static final Member VALUE = new Member("value");

    @Inject
    Readings readings;

    @EJB
    MeterRegistry meters;

    @Inject
    Clock clock;

    /**
     * Takes readings of a meter in, all or none, in whatever order they come. What is there already is taken once.
     *
     * @throws NotFound {@code meter-unknown}
     * @throws Conflict {@code reading-differs} where the meter shows another value at an instant, {@code meter-retired} for a reading
     *     behind the meter's end, {@code readings-too-dense} for a reading less than a second beside another
     * @throws Rejected {@code member-invalid} for instants more than five minutes ahead, or before 2000, and for values that the meter
     *     cannot show
     */
    public ReadingReceipt take(String meterCode, List<NewReading> shown) {
        return take(meterCode, shown, false);
    }

    /** The same of one reading, where it is unknown what the meter counted since the reading before. */
    public ReadingReceipt takeBehindGap(String meterCode, NewReading shown) {
        return take(meterCode, List.of(shown), true);
    }

    private ReadingReceipt take(String meterCode, List<NewReading> shown, boolean behindGap) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        MeterView meter = meters.find(meterCode).orElseThrow(() -> MeterRegistry.unknown(meterCode));
        List<Reading> all =
                shown.stream().map(reading -> checked(meter, reading, now)).toList();
        Instant[] instants = Columns.of(all, Reading::at, Instant[]::new);
        Long[] amounts = Columns.of(all, Reading::amount, Long[]::new);
        int taken = readings.add(meterCode, instants, amounts, behindGap, now);
        // Behind the insertion: whatever others wrote for the same instants is known by now.
        readings.otherwise(meterCode, instants, amounts).stream().findFirst().ifPresent(there -> {
            throw new Conflict(
                    "reading-differs",
                    VALUE,
                    "The meter shows " + Amount.value(there.amount()).toPlainString() + " at " + there.at()
                            + " already, or the call has two values for it. Nothing was taken.");
        });
        readings.tooDense(meterCode, instants, now).stream().findFirst().ifPresent(dense -> {
            throw new Conflict(
                    "readings-too-dense",
                    AT,
                    "The reading of " + dense.at()
                            + " is less than a second beside another of the meter. Nothing was taken.");
        });
        return new ReadingReceipt(taken, all.size() - taken);
    }

    private static Reading checked(MeterView meter, NewReading reading, Instant now) {
        Instant at = reading.at().truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(now.plus(AHEAD))) {
            throw new Rejected("member-invalid", AT, "{member} " + at + " is more than five minutes ahead.");
        }
        if (at.isBefore(FIRST)) {
            throw new Rejected("member-invalid", AT, "{member} " + at + " is before the year 2000.");
        }
        if (meter.retiredAt() != null && at.isAfter(meter.retiredAt())) {
            throw new Conflict("meter-retired", AT, "The meter is out of service since " + meter.retiredAt() + ".");
        }
        long amount = Amount.of(VALUE, reading.value());
        if (meter.modulus() != null && reading.value().compareTo(meter.modulus()) >= 0) {
            throw new Rejected(
                    "member-invalid",
                    VALUE,
                    "{member} is below the meter's modulus, " + meter.modulus().toPlainString() + ".");
        }
        return new Reading(at, amount);
    }
}
