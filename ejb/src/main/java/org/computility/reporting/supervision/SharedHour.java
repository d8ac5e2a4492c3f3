package org.computility.reporting.supervision;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.computility.energy.hours.CenterHour;
import org.computility.energy.shares.EnergyShares;

/**
 * Whose the electricity of an hour was: jobs', idle, and cooling with all else. Together they are what the meters counted.
 *
 * @param carbon kg CO2 of all of it; empty where no factor held
 */
public record SharedHour(CenterHour consumed, EnergyShares shares, Optional<BigDecimal> carbon) {

    public Instant from() {
        return consumed.it().from();
    }

    public Instant to() {
        return consumed.it().to();
    }

    /** Watt-hours of all jobs together. */
    public long jobs() {
        return shares.jobs().values().stream().mapToLong(Long::longValue).sum();
    }
}
