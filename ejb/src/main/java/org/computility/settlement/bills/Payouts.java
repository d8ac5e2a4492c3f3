package org.computility.settlement.bills;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.ledger.NamedId;
import org.computility.settlement.ledger.NewEntry;
import org.computility.settlement.ledger.NewTransfer;
import org.computility.settlement.ledger.TransferKind;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.orders.Orders;

/** What payees have earned is paid out. Whether the caller may has been checked before. */
@Stateless
public class Payouts {

    @Inject
    Earnings earnings;

    @EJB
    Orders orders;

    @EJB
    Ledger ledger;

    @Inject
    Clock clock;

    /**
     * Pays out what the order has earned and not been paid, at most what its payee's account holds; earnings that come later
     * are paid to the same account by the job {@code settle-orders}. Again, without more earnings, it answers the last payout.
     * NotFound {@code order-unknown}.
     *
     * @param creditInfo where the payee wants its money, at most 4000 characters
     * @param caller the user name of who asks
     */
    public PayoutView pay(UUID orderId, String creditInfo, String caller) {
        OrderView order = orders.get(orderId);
        orders.lock(List.of(orderId));
        earnings.remember(orderId, creditInfo);
        return pay(order, creditInfo, caller);
    }

    private PayoutView pay(OrderView order, String creditInfo, String caller) {
        BigDecimal earned = earned(order);
        BigDecimal open = earned.subtract(earnings.paidOut(order.id()));
        if (open.signum() > 0) {
            payUpTo(order, new Money(open, order.currency()), creditInfo, caller);
        }
        return view(order, earned);
    }

    private void payUpTo(OrderView order, Money open, String creditInfo, String caller) {
        AccountKey payable = AccountKey.payable(order.payee());
        int number = earnings.last(order.id()).stream()
                        .findFirst()
                        .map(Earnings.Made::number)
                        .orElse(0)
                + 1;
        Map<UUID, BigDecimal> held = ledger.hold(List.of(transfer(order, number, open)));
        BigDecimal amount = open.amount().min(held.get(payable.id(order.currency())));
        if (amount.signum() > 0) {
            NewTransfer transfer = transfer(order, number, new Money(amount, order.currency()));
            ledger.post(transfer);
            earnings.add(order.id(), number, amount, creditInfo, caller, clock.instant(), transfer.id());
        }
    }

    private static NewTransfer transfer(OrderView order, int number, Money amount) {
        return new NewTransfer(
                NamedId.of("payout", order.id(), number),
                TransferKind.PAYOUT,
                "order " + order.id() + ", payout " + number,
                List.of(
                        new NewEntry(AccountKey.payable(order.payee()), amount.negated()),
                        new NewEntry(AccountKey.CASH, amount)));
    }

    private BigDecimal earned(OrderView order) {
        return earnings.earned(order.id(), AccountKey.payable(order.payee()).id(order.currency()));
    }

    private PayoutView view(OrderView order, BigDecimal earned) {
        Optional<Earnings.Made> last = earnings.last(order.id()).stream().findFirst();
        return new PayoutView(
                order.id(),
                order.currency(),
                Money.rounded(last.map(Earnings.Made::amount).orElse(BigDecimal.ZERO), order.currency())
                        .amount(),
                last.map(Earnings.Made::transfer).orElse(null),
                last.map(Earnings.Made::at).orElse(null),
                Money.rounded(earned, order.currency()).amount(),
                Money.rounded(earnings.paidOut(order.id()), order.currency()).amount());
    }
}
