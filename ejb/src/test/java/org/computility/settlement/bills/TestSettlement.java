package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Clock;
import org.computility.settlement.SettlementConfig;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.rating.Rating;
import org.hibernate.StatelessSession;

/** Settlement and payouts over a test database. */
public final class TestSettlement {

    private TestSettlement() {}

    public static OrderSettlement over(
            StatelessSession session, Orders orders, Rating rating, Ledger ledger, String fee) {
        OrderSettlement settlement = new OrderSettlement();
        settlement.charges = new DueCharges_(session);
        settlement.orders = orders;
        settlement.rating = rating;
        settlement.ledger = ledger;
        settlement.config = new SettlementConfig(new BigDecimal(fee));
        return settlement;
    }

    public static Payouts payouts(StatelessSession session, Orders orders, Ledger ledger, Clock clock) {
        Payouts payouts = new Payouts();
        payouts.earnings = new Earnings_(session);
        payouts.orders = orders;
        payouts.ledger = ledger;
        payouts.clock = clock;
        return payouts;
    }
}
