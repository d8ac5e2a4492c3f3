package org.computility.connector.meters.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.computility.connector.meters.MeterPoint.ModbusRegister;
import org.computility.connector.meters.PointReading;

/** What registers of a Modbus device mean. */
final class Registers {

    private Registers() {}

    /** @param words as the device sent them, 16 bits each */
    static PointReading decode(ModbusRegister point, int[] words) {
        String raw = raw(words);
        byte[] bytes = inOrder(words, point.lowWordFirst());
        BigDecimal value = value(point, bytes);
        return value == null
                ? PointReading.failed(raw, "The registers hold " + raw + ", which is no number.")
                : PointReading.of(value, raw);
    }

    private static BigDecimal value(ModbusRegister point, byte[] bytes) {
        return switch (point.type()) {
            case UINT16, UINT32, UINT64 -> new BigDecimal(new BigInteger(1, bytes));
            case INT16, INT32 -> new BigDecimal(new BigInteger(bytes));
            // By its text: 0.1 of 32 bits is 0.1, and not 0.100000001490116….
            case FLOAT32 -> {
                float value = ByteBuffer.wrap(bytes).getFloat();
                yield Float.isFinite(value) ? new BigDecimal(Float.toString(value)) : null;
            }
            case FLOAT64 -> {
                double value = ByteBuffer.wrap(bytes).getDouble();
                yield Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
            }
        };
    }

    private static byte[] inOrder(int[] words, boolean lowWordFirst) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * words.length);
        for (int i = 0; i < words.length; i++) {
            bytes.putShort((short) words[lowWordFirst ? words.length - 1 - i : i]);
        }
        return bytes.array();
    }

    private static String raw(int[] words) {
        StringBuilder raw = new StringBuilder();
        for (int word : words) {
            raw.append(raw.isEmpty() ? "" : " ").append(HexFormat.of().toHexDigits((short) word));
        }
        return raw.toString();
    }
}
