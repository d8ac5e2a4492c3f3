package org.computility.settlement.rating;

import java.time.Clock;
import org.computility.settlement.prices.PriceLists;
import org.hibernate.StatelessSession;

/** Rating over a test database. */
public final class TestRating {

    private TestRating() {}

    public static Rating over(StatelessSession session, Clock clock, PriceLists prices, BillPeriods periods) {
        Rating rating = new Rating();
        rating.lines = new BillLines_(session);
        rating.charges = new Charges_(session);
        rating.prices = prices;
        rating.clock = clock;
        rating.periods = periods;
        return rating;
    }
}
