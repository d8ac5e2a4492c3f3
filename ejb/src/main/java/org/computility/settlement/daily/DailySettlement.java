package org.computility.settlement.daily;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.bills.OrderSettlement;
import org.computility.settlement.bills.Payouts;
import org.computility.settlement.rating.BillPeriods;

/**
 * The steps of the job {@code settle-orders}; each may be repeated. What a step does is committed with what the run tells of
 * it.
 */
@Stateless
public class DailySettlement {

    /** Before all orders. */
    public static final UUID BEGINNING = new UUID(0, 0);

    private static final String BY = "settle-orders";

    @Inject
    OrdersAtWork orders;

    @EJB
    OrderSettlement settlement;

    @EJB
    Payouts payouts;

    @Inject
    Clock clock;

    BillPeriods periods;

    @PostConstruct
    void configure() {
        periods = BillPeriods.current();
    }

    /** The next orders of the range behind that one with something to rate, to close or to pay; none at the end. In no transaction. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<OrderAtWork> toSettle(UUID after, OrderRange range, int most) {
        return orders.toSettle(after, range.first(), range.last(), periods.firstOpen(clock.instant()), most);
    }

    /** The same for orders that have earned more than was paid out. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<OrderAtWork> toPayOut(UUID after, OrderRange range, int most) {
        return orders.toPayOut(after, range.first(), range.last(), most);
    }

    /** Rates, closes and takes what balances cover, for orders of one part. */
    public SettleTally settle(long run, int part, List<UUID> ids) {
        int charges = settlement.settleAll(ids);
        orders.add(run, part, ids.size(), charges, 0, 0);
        return orders.tally(run);
    }

    /** Counts orders that could not be worked on. */
    public void skip(long run, int part, int skipped) {
        orders.add(run, part, 0, 0, 0, skipped);
    }

    /** Pays out, for orders of one part. */
    public SettleTally payOut(long run, int part, List<UUID> ids) {
        orders.add(run, part, 0, 0, payouts.payAll(ids, BY), 0);
        return orders.tally(run);
    }
}
