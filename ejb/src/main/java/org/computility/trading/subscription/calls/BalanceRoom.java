package org.computility.trading.subscription.calls;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.time.Instant;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.rating.Rating;
import org.computility.shared.PaymentDue;

/** Whether a prepaid balance does for the calls of an order that run, too: an order lets in one call as if none ran. */
@Dependent
class BalanceRoom {

    @EJB
    Rating rating;

    @EJB
    PriceLists prices;

    @EJB
    Ledger ledger;

    /**
     * Returns when it does for so many that run and one more, a unit each: what a call takes in tokens nobody knows before.
     * PaymentDue {@code balance-short} else.
     */
    void require(OrderView order, long running, Instant at) {
        if (running == 0) {
            return;
        }
        Money next = prices.at(order.priceList(), at)
                .map(price -> rating.next(order.id(), price, at))
                .orElseGet(() -> Money.zero(order.currency()));
        if (next.isPositive()) {
            requireCovered(order, next, running + 1);
        }
    }

    private void requireCovered(OrderView order, Money next, long calls) {
        Money balance = ledger.balance(AccountKey.prepaid(order.payer()), order.currency());
        BigDecimal needed = rating.owed(order.payer(), order.currency())
                .amount()
                .add(next.amount().multiply(BigDecimal.valueOf(calls)));
        BigDecimal missing = needed.subtract(balance.amount());
        if (missing.signum() > 0) {
            throw new PaymentDue(
                    "balance-short",
                    "The prepaid balance is " + balance + ": " + missing.toPlainString() + " " + order.currency()
                            + " are missing, with the calls that run.");
        }
    }
}
