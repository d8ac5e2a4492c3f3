package org.computility.settlement.usage;

import java.time.Clock;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.rating.BillPeriods;
import org.hibernate.StatelessSession;

/** Usage over a test database. */
public final class TestUsage {

    private TestUsage() {}

    public static Usage over(StatelessSession session, Clock clock, Orders orders, BillPeriods periods) {
        Usage usage = new Usage();
        usage.records = new UsageRecords_(session);
        usage.orders = orders;
        usage.clock = clock;
        usage.periods = periods;
        return usage;
    }
}
