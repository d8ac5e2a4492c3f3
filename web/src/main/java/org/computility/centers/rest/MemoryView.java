package org.computility.centers.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.computility.shared.Rejected;

/**
 * Memory (T/AI 123.8 table 3).
 *
 * @param unit MiB, GiB or TiB; GiB in answers
 */
public record MemoryView(BigDecimal size, String unit) {

    private static final String GIBIBYTE = "GiB";
    private static final int PLACES = 3;
    private static final int GIBIBYTE_BITS = 30;

    /** In GiB with at most three decimals, never more than there is. */
    static MemoryView of(long bytes) {
        BigDecimal size = BigDecimal.valueOf(bytes)
                .divide(BigDecimal.valueOf(1L << GIBIBYTE_BITS), PLACES, RoundingMode.DOWN)
                .stripTrailingZeros();
        return new MemoryView(size.setScale(Math.max(0, size.scale()), RoundingMode.UNNECESSARY), GIBIBYTE);
    }

    /** In whole GiB, rounded down: what runs on a node always takes a little. */
    static MemoryView wholeOf(long bytes) {
        return new MemoryView(BigDecimal.valueOf(bytes >> GIBIBYTE_BITS), GIBIBYTE);
    }

    /** Rejected {@code member-invalid} where it is no whole number of bytes. */
    long bytes(String member) {
        return bytes(member, size, unit);
    }

    /** The same for a size and a unit that stand apart. */
    static long bytes(String member, BigDecimal size, String unit) {
        int bits = "MiB".equals(unit) ? 20 : "TiB".equals(unit) ? 40 : GIBIBYTE_BITS;
        try {
            return size.multiply(BigDecimal.valueOf(1L << bits)).longValueExact();
        } catch (ArithmeticException e) {
            throw new Rejected("member-invalid", member, member + " is a whole number of bytes, fewer than 8 EiB.");
        }
    }
}
