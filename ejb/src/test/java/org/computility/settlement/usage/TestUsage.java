package org.computility.settlement.usage;

import java.time.Clock;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.rating.BillPeriods;
import org.computility.settlement.rating.Rating;
import org.hibernate.StatelessSession;

/** Usage over a test database. */
public final class TestUsage {

    private TestUsage() {}

    public static Usage over(
            StatelessSession session,
            Clock clock,
            Orders orders,
            PriceLists prices,
            Rating rating,
            BillPeriods periods) {
        Usage usage = new Usage();
        usage.records = new UsageRecords_(session);
        usage.orders = orders;
        usage.cost = new UsageCost();
        usage.cost.prices = prices;
        usage.cost.rating = rating;
        usage.clock = clock;
        usage.periods = periods;
        return usage;
    }
}
