package org.computility.energy;

import java.math.BigDecimal;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * Amounts as whole thousandths of a meter's unit, watt-hours and millilitres: whole numbers add up exactly.
 */
public final class Amount {

    /** Decimal places of a meter. */
    public static final int PLACES = 3;

    /** A million million units: no meter shows so many, and it is far from the bounds of a {@code long}. */
    public static final BigDecimal MOST = new BigDecimal("1000000000000");

    private Amount() {}

    /**
     * Thousandths of that value of a meter.
     *
     * @throws Rejected {@code member-invalid} where it is negative, has more than three decimal places, or is a million million or more
     */
    public static long of(Member member, BigDecimal value) {
        if (value.signum() < 0) {
            throw new Rejected("member-invalid", member, "{member} is not negative.");
        }
        if (value.compareTo(MOST) >= 0) {
            throw new Rejected("member-invalid", member, "{member} is below " + MOST + ".");
        }
        if (value.stripTrailingZeros().scale() > PLACES) {
            throw new Rejected("member-invalid", member, "{member} has at most three decimal places.");
        }
        return thousandths(value);
    }

    /** Thousandths of a value that {@link #value} made. */
    public static long thousandths(BigDecimal value) {
        return value.movePointRight(PLACES).longValueExact();
    }

    /** In the meter's unit. */
    public static BigDecimal value(long thousandths) {
        return BigDecimal.valueOf(thousandths, PLACES);
    }
}
