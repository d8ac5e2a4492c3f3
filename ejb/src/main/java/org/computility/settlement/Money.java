package org.computility.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * Money as it is posted: with two decimal places, in one currency. What comes finer is refused, unless it was reckoned
 * here: then halves are rounded away from zero, as invoices round in China (四舍五入).
 *
 * @param amount with exactly two places, below ten million millions
 * @param currency three letters of ISO 4217
 */
public record Money(BigDecimal amount, String currency) {

    public static final String CNY = "CNY";

    private static final int PLACES = 2;
    private static final RoundingMode ROUNDING = RoundingMode.HALF_UP;
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(13);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** Rejected {@code member-invalid} for finer or larger amounts, and for what names no currency. */
    public Money {
        if (!CURRENCY.matcher(currency).matches()) {
            throw invalid("currency", "{member} has three capital letters, like CNY.");
        }
        // First, since a number of a million digits is dear to round.
        if (amount.abs().compareTo(LIMIT) >= 0) {
            throw invalid("amount", "{member} is below " + LIMIT.toPlainString() + ".");
        }
        if (amount.stripTrailingZeros().scale() > PLACES) {
            throw invalid("amount", "{member} has two decimal places.");
        }
        amount = amount.setScale(PLACES, RoundingMode.UNNECESSARY);
    }

    /** A reckoned amount, rounded. */
    public static Money rounded(BigDecimal reckoned, String currency) {
        return new Money(reckoned.setScale(PLACES, ROUNDING), currency);
    }

    /** Yuan. */
    public static Money yuan(String amount) {
        return new Money(new BigDecimal(amount), CNY);
    }

    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /** So many parts of a hundred of it, rounded. */
    public Money percent(BigDecimal parts) {
        return rounded(amount.multiply(parts).divide(HUNDRED), currency);
    }

    /** Both are of one currency. */
    public Money minus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not mix.");
        }
        return new Money(amount.subtract(other.amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** {@code 12.50 CNY}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private static Rejected invalid(String member, String message) {
        return new Rejected("member-invalid", new Member(member), message);
    }
}
