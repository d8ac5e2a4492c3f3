package org.computility.energy.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** How far a meter has been read. */
@Embeddable
class Progress {

    private static final int PLACES = 3;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NANOS_AN_HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toNanos());
    private static final int KEPT = 9;

    @Column(name = "read_at")
    private Instant readAt;

    /** In kW; null: no power, or none that could be taken. */
    private BigDecimal power;

    /** The energy that the platform counted until then, in kWh. */
    private BigDecimal counted;

    @Column(name = "tried_at")
    private Instant triedAt;

    private String failure;

    @Column(name = "failed_since")
    private Instant failedSince;

    /** Whether it was read before that instant, or never. */
    boolean isBefore(Instant at) {
        return readAt == null || readAt.isBefore(at);
    }

    /** It showed that register; what a meter shows has three decimal places. */
    BigDecimal showed(BigDecimal register, Instant at) {
        read(at);
        return register.setScale(PLACES, RoundingMode.FLOOR);
    }

    /** Whether it showed none yet, or last one that could not be taken. */
    boolean hasNoPower() {
        return power == null;
    }

    /** Whether there was no look at it yet. */
    boolean hasCountedNothing() {
        return counted == null;
    }

    /**
     * It showed that power. The energy between two looks is the mean of both powers over the time between; the first look counts nothing,
     * nor does the first behind a gap.
     *
     * @return the energy that is counted by now, in kWh
     */
    BigDecimal showedPower(BigDecimal kilowatts, Instant at) {
        if (counted == null) {
            counted = BigDecimal.ZERO;
        } else if (power != null && at.isAfter(readAt)) {
            counted = counted.add(kilowatts
                            .add(power)
                            .divide(TWO)
                            .multiply(BigDecimal.valueOf(
                                    Duration.between(readAt, at).toNanos()))
                            .divide(NANOS_AN_HOUR, MathContext.DECIMAL128))
                    .setScale(KEPT, RoundingMode.HALF_UP);
        }
        power = kilowatts;
        read(at);
        return counted.setScale(PLACES, RoundingMode.FLOOR);
    }

    /**
     * So much came to it.
     *
     * @param at when its counters showed it
     * @return the energy that is counted by now, in kWh
     */
    BigDecimal added(BigDecimal kilowattHours, Instant at, Instant now) {
        counted = counted == null ? kilowattHours : counted.add(kilowattHours);
        readAt = at;
        tried(now);
        return counted.setScale(PLACES, RoundingMode.FLOOR);
    }

    /** It was asked, and showed nothing that was not known. */
    void tried(Instant now) {
        triedAt = now;
        failure = null;
        failedSince = null;
    }

    /** Null: not yet. */
    Instant readAt() {
        return readAt;
    }

    private void read(Instant at) {
        readAt = at;
        tried(at);
    }

    Instant triedAt() {
        return triedAt;
    }

    String failure() {
        return failure;
    }

    Instant failedSince() {
        return failedSince;
    }
}
