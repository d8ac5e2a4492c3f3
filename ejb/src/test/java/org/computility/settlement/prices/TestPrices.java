package org.computility.settlement.prices;

import java.time.Clock;
import org.hibernate.StatelessSession;

/** Price lists over a test database. */
public final class TestPrices {

    private TestPrices() {}

    public static PriceLists over(StatelessSession session, Clock clock) {
        PriceLists prices = new PriceLists();
        prices.versions = new PriceVersions_(session);
        prices.clock = clock;
        return prices;
    }
}
