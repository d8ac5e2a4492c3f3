package org.computility.energy.sources;

import java.math.BigDecimal;
import java.time.Instant;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.MeterPoint;

/**
 * Where a meter is read, with the secrets in the clear.
 *
 * @param setAt when the source was said: what is read counts only while no other is
 */
public record OpenSource(
        String meterCode, Instant setAt, MeterDevice device, MeterPoint point, BigDecimal scale, SourceUnit unit) {

    /** That number of the device in kWh, kW or L. */
    BigDecimal scaled(BigDecimal number) {
        return unit.inMeterUnit(number.multiply(scale));
    }

    // Never the secrets.
    @Override
    public String toString() {
        return meterCode + "@" + device;
    }
}
