package org.computility.trading.subscription.billing;

import java.time.Clock;
import org.computility.settlement.prices.PriceLists;

/** Price lists of publications over a test database. */
public final class OfferedTermsForTests {

    private OfferedTermsForTests() {}

    public static OfferedTerms over(PriceLists prices, Clock clock) {
        OfferedTerms terms = new OfferedTerms();
        terms.prices = prices;
        terms.clock = clock;
        return terms;
    }
}
