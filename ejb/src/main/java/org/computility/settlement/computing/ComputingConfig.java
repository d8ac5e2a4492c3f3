package org.computility.settlement.computing;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of what jobs cost.
 *
 * @param meterInterval {@code COMPUTILITY_JOB_METER_INTERVAL}, seconds, 1 to 3600, default 60: a running task is charged
 *     whenever so much of it is not; what has ended is charged at once
 */
record ComputingConfig(Duration meterInterval) {

    private static final long DEFAULT = 60;
    private static final long LONGEST = 3600;

    ComputingConfig {
        if (meterInterval.isZero() || meterInterval.isNegative() || meterInterval.toSeconds() > LONGEST) {
            throw new IllegalArgumentException("COMPUTILITY_JOB_METER_INTERVAL is between 1 and 3600 seconds.");
        }
    }

    static ComputingConfig current() {
        return from(Settings.ofServer());
    }

    static ComputingConfig from(Settings settings) {
        return new ComputingConfig(Duration.ofSeconds(settings.count("computility.job.meter.interval", DEFAULT)));
    }
}
