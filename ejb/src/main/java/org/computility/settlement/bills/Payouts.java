package org.computility.settlement.bills;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.ledger.NewTransfer;
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
        payLocked(List.of(orderId), caller);
        return view(order);
    }

    /** The same for many orders whose payees have said where they want their money. Says how many payouts that made. */
    public int payAll(Collection<UUID> orderIds, String by) {
        return payLocked(orders.lock(orderIds), by);
    }

    /** Where the order stands with its payee. */
    public PayoutView get(UUID orderId) {
        return view(orders.get(orderId));
    }

    private int payLocked(Collection<UUID> locked, String by) {
        List<Earned> open = earnings.of(locked.toArray(UUID[]::new)).stream()
                .filter(earned -> earned.creditInfo() != null && earned.isOpen())
                .toList();
        if (open.isEmpty()) {
            return 0;
        }
        Map<UUID, BigDecimal> held = ledger.hold(
                open.stream().map(earned -> earned.transfer(earned.open())).toList());
        Map<Earned, BigDecimal> amounts = new LinkedHashMap<>();
        open.forEach(earned -> amounts.put(earned, earned.take(held)));
        amounts.values().removeIf(amount -> amount.signum() == 0);
        post(amounts, by);
        return amounts.size();
    }

    private void post(Map<Earned, BigDecimal> amounts, String by) {
        if (amounts.isEmpty()) {
            return;
        }
        List<NewTransfer> transfers = amounts.entrySet().stream()
                .map(each -> each.getKey().transfer(each.getValue()))
                .toList();
        ledger.postAll(transfers);
        amounts.forEach((earned, amount) -> earnings.add(
                earned.orderId(),
                earned.number(),
                amount,
                earned.creditInfo(),
                by,
                clock.instant(),
                earned.transfer(amount).id()));
    }

    private PayoutView view(OrderView order) {
        Earned earned = earnings.of(new UUID[] {order.id()}).get(0);
        Optional<Earnings.Made> last = earnings.last(order.id()).stream().findFirst();
        return new PayoutView(
                order.id(),
                order.currency(),
                Money.rounded(last.map(Earnings.Made::amount).orElse(BigDecimal.ZERO), order.currency())
                        .amount(),
                last.map(Earnings.Made::transfer).orElse(null),
                last.map(Earnings.Made::at).orElse(null),
                Money.rounded(earned.earned(), order.currency()).amount(),
                Money.rounded(earned.paidOut(), order.currency()).amount());
    }
}
