package org.computility.settlement.daily;

import java.time.Clock;
import org.computility.settlement.bills.OrderSettlement;
import org.computility.settlement.bills.Payouts;
import org.computility.settlement.rating.BillPeriods;
import org.hibernate.StatelessSession;

/** The clock's work over a test database. */
public final class TestDaily {

    private TestDaily() {}

    public static DailySettlement settlement(
            StatelessSession session, Clock clock, OrderSettlement settlement, Payouts payouts, BillPeriods periods) {
        DailySettlement daily = new DailySettlement();
        daily.orders = new OrdersAtWork_(session);
        daily.settlement = settlement;
        daily.payouts = payouts;
        daily.clock = clock;
        daily.periods = periods;
        return daily;
    }

    public static Reconciliation reconciliation(StatelessSession session) {
        Reconciliation reconciliation = new Reconciliation();
        reconciliation.differences = new Differences_(session);
        return reconciliation;
    }
}
