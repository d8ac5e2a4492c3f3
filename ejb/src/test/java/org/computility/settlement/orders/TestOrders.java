package org.computility.settlement.orders;

import java.time.Clock;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.rating.BillPeriods;
import org.computility.settlement.rating.Rating;
import org.hibernate.StatelessSession;

/** Orders over a test database. */
public final class TestOrders {

    private TestOrders() {}

    public static Orders over(
            StatelessSession session,
            Clock clock,
            PriceLists prices,
            Rating rating,
            Ledger ledger,
            BillPeriods periods) {
        Orders orders = new Orders();
        orders.orders = new ServiceOrders_(session);
        orders.prices = prices;
        orders.rating = rating;
        orders.ledger = ledger;
        orders.clock = clock;
        orders.periods = periods;
        return orders;
    }
}
