package org.computility.settlement.bills;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.SettlementConfig;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.rating.Rating;

/** What payers owe is rated, charged and paid. Whether the caller may has been checked before. */
@Stateless
public class OrderSettlement {

    @Inject
    DueCharges charges;

    @EJB
    Orders orders;

    @EJB
    Rating rating;

    @EJB
    Ledger ledger;

    SettlementConfig config;

    @PostConstruct
    void configure() {
        config = SettlementConfig.current();
    }

    /**
     * Rates what the order has used until now, and takes it from the payer's prepaid balance for the payee, less the
     * platform's fee of now. Again, without more usage, it changes nothing. NotFound {@code order-unknown}; PaymentDue
     * {@code balance-short} where the balance does not do: then nothing changes.
     */
    public SettlementView settle(UUID orderId) {
        OrderView order = orders.get(orderId);
        UUID[] ids = rated(List.of(orderId));
        charges.paid(new Dues(charges.of(ids), config.marketFee()).payAll(ledger));
        return view(order);
    }

    /** The same for many orders at once; what a balance does not cover stays due. Says how many charges were paid. */
    public int settleAll(Collection<UUID> orderIds) {
        UUID[] ids = rated(orderIds);
        return charges.paid(new Dues(charges.of(ids), config.marketFee()).payCovered(ledger));
    }

    /** Where the order stands; NotFound {@code order-unknown}. */
    public SettlementView get(UUID orderId) {
        return view(orders.get(orderId));
    }

    private UUID[] rated(Collection<UUID> orderIds) {
        List<UUID> locked = orders.lock(orderIds);
        rating.rate(locked);
        return locked.toArray(UUID[]::new);
    }

    private SettlementView view(OrderView order) {
        DueCharges.Sums sums = charges.sums(order.id());
        Money charged = Money.rounded(sums.charged(), order.currency());
        Money paid = Money.rounded(sums.paid(), order.currency());
        UUID last = charges.lastPaid(order.id()).stream().findFirst().orElse(null);
        return new SettlementView(
                order.id(),
                order.currency(),
                charged.amount(),
                paid.amount(),
                charged.minus(paid).amount(),
                last);
    }
}
