package org.computility.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * What something costs: a decimal amount of two places, zero for what is free, and its currency.
 *
 * @param currency ISO 4217
 */
public record Price(BigDecimal amount, String currency) {

    /** The currency of prices that name none. */
    public static final String CURRENCY = "CNY";

    private static final Member PRICE = new Member("price");
    private static final int PLACES = 2;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

    public Price {
        amount = amount.setScale(PLACES, RoundingMode.UNNECESSARY);
    }

    /**
     * The terms of a publication (tables A.5 and A.8).
     *
     * @param asked null where none is given; what is free may say 0
     * @throws Rejected {@code member-missing}, {@code member-invalid} or {@code price-of-free}
     */
    public static Price of(boolean free, BigDecimal asked) {
        if (free) {
            if (asked != null && asked.signum() != 0) {
                throw new Rejected("price-of-free", PRICE, "What is free has no {member}: leave it out.");
            }
            return new Price(BigDecimal.ZERO, CURRENCY);
        }
        if (asked == null) {
            throw new Rejected("member-missing", PRICE, "{member} is missing: what is not free has one.");
        }
        return new Price(checked(asked), CURRENCY);
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
