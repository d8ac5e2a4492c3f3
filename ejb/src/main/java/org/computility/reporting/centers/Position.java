package org.computility.reporting.centers;

import java.math.BigDecimal;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * Where a center stands, in degrees.
 *
 * @param longitude -180 to 180
 * @param latitude -90 to 90
 */
record Position(BigDecimal longitude, BigDecimal latitude) {

    private static final int MOST_PLACES = 6;
    private static final BigDecimal HALF_TURN = new BigDecimal(180);
    private static final BigDecimal QUARTER_TURN = new BigDecimal(90);

    /** Rejected {@code member-invalid} where there is no such place, or one of more than six decimal places (最多 6 位). */
    Position {
        check(new Member("longitude"), longitude, HALF_TURN);
        check(new Member("latitude"), latitude, QUARTER_TURN);
    }

    private static void check(Member member, BigDecimal degrees, BigDecimal most) {
        if (degrees.abs().compareTo(most) > 0) {
            throw new Rejected("member-invalid", member, "{member} is at most " + most + " degrees.");
        }
        if (degrees.stripTrailingZeros().scale() > MOST_PLACES) {
            throw new Rejected("member-invalid", member, "{member} has at most six decimal places.");
        }
    }
}
