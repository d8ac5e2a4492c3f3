package org.computility.trading;

import java.math.BigDecimal;
import org.computility.settlement.Money;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** The terms of a publication (T/AI 123.12 tables A.5 and A.8). */
public final class Price {

    private static final Member PRICE = new Member("price");
    private static final int PLACES = 2;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

    private Price() {}

    /**
     * The price that is asked for: zero for what is free.
     *
     * @param asked null where none is given; what is free may say 0
     * @throws Rejected {@code member-missing}, {@code member-invalid} or {@code price-of-free}
     */
    public static Money of(boolean free, BigDecimal asked) {
        if (free) {
            if (asked != null && asked.signum() != 0) {
                throw new Rejected("price-of-free", PRICE, "What is free has no {member}: leave it out.");
            }
            return Money.zero(Money.CNY);
        }
        if (asked == null) {
            throw new Rejected("member-missing", PRICE, "{member} is missing: what is not free has one.");
        }
        return new Money(checked(asked), Money.CNY);
    }

    private static BigDecimal checked(BigDecimal asked) {
        boolean fits = asked.signum() > 0
                && asked.compareTo(LARGEST) <= 0
                && asked.stripTrailingZeros().scale() <= PLACES;
        if (!fits) {
            throw new Rejected(
                    "member-invalid",
                    PRICE,
                    "{member} is more than 0, at most " + LARGEST + ", and has two decimal places at most.");
        }
        return asked;
    }
}
