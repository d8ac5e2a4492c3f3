package org.computility.connector.meters;

import java.math.BigDecimal;

/**
 * What a device shows at a point.
 *
 * @param value null: it shows nothing that the point's type can be
 * @param raw as the device sent it: registers in hexadecimal, or the type and text of an object; null where nothing came
 * @param failure why there is no value; null where there is one
 */
public record PointReading(BigDecimal value, String raw, String failure) {

    public static PointReading of(BigDecimal value, String raw) {
        return new PointReading(value, raw, null);
    }

    public static PointReading failed(String raw, String failure) {
        return new PointReading(null, raw, failure);
    }
}
