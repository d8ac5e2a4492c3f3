package org.computility.energy.sources;

import java.math.BigDecimal;
import java.time.Instant;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.MeterPoint;

/**
 * Where a meter is read, with the secrets in the clear.
 *
 * @param setAt when the source was said: what is read counts only while no other is
 * @param device null: a node is asked
 * @param point null: a node is asked
 * @param node null: a device is asked
 */
public record OpenSource(
        String meterCode,
        Instant setAt,
        MeterDevice device,
        MeterPoint point,
        NewSource.Node node,
        BigDecimal scale,
        SourceUnit unit) {

    /** What is asked: a device, or a node by its code. The meters of one are asked together. */
    Object asked() {
        return node == null ? device : node.code();
    }

    /** That number of the device in kWh, kW or L. */
    BigDecimal scaled(BigDecimal number) {
        return unit.inMeterUnit(number.multiply(scale));
    }

    // Never the secrets.
    @Override
    public String toString() {
        return meterCode + "@" + asked();
    }
}
