package org.computility.reporting.live;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A thing of which there is so much, and of which so much is occupied. Null: not known. A sum with something unknown is unknown:
 * what some sources do not tell is not guessed.
 */
record Part(BigDecimal total, BigDecimal used) {

    static final Part NONE = new Part(BigDecimal.ZERO, BigDecimal.ZERO);

    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final int PLACES = 2;

    static Part of(double total, double used) {
        return new Part(BigDecimal.valueOf(total), BigDecimal.valueOf(used));
    }

    Part plus(Part other) {
        return new Part(sum(total, other.total), sum(used, other.used));
    }

    /** What is not occupied. */
    BigDecimal free() {
        return total == null || used == null
                ? null
                : rounded(total.subtract(used).max(BigDecimal.ZERO));
    }

    BigDecimal all() {
        return rounded(total);
    }

    /** In percent; null also where there is nothing that could be occupied. */
    BigDecimal utilization() {
        if (total == null || used == null || total.signum() <= 0) {
            return null;
        }
        return plain(used.multiply(WHOLE).divide(total, PLACES, RoundingMode.HALF_EVEN));
    }

    static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? null : one.add(other);
    }

    private static BigDecimal rounded(BigDecimal number) {
        return number == null ? null : plain(number.setScale(PLACES, RoundingMode.HALF_EVEN));
    }

    /** Without zeros at the end. */
    static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
