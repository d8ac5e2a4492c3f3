package org.computility.settlement.orders;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.rating.BillPeriods;
import org.computility.settlement.rating.Rating;
import org.computility.settlement.rating.Used;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.PaymentDue;
import org.computility.shared.database.Paged;
import org.computility.shared.keys.Hashes;

/** The door for rooms that sell the use of things. Whether the caller may has been checked before. */
@Stateless
public class Orders {

    @Inject
    ServiceOrders orders;

    @EJB
    PriceLists prices;

    @EJB
    Rating rating;

    @EJB
    Ledger ledger;

    @Inject
    Clock clock;

    BillPeriods periods;

    @PostConstruct
    void configure() {
        periods = BillPeriods.current();
    }

    /**
     * Opens an order, and charges for its term where that is fixed. The same again answers the first result; anything else
     * under its ID is refused by Conflict {@code order-reused}. Conflict {@code price-unknown} where the order has no tariff
     * and the subject no price in that currency; Rejected {@code term-invalid} for an end that is missing or too early.
     */
    public OrderView open(NewOrder wanted) {
        byte[] fingerprint = Hashes.sha256(wanted.content());
        orders.claim(wanted.id());
        Optional<ServiceOrder> before = orders.find(wanted.id());
        if (before.isPresent()) {
            before.get().answers(fingerprint);
            return before.get().view();
        }
        Instant now = clock.instant();
        PriceView price = price(wanted, now);
        ServiceOrder order = ServiceOrder.open(wanted, fingerprint, price, list(wanted), now);
        OrderView view = order.view();
        Instant first = view.from().isBefore(now) ? view.from() : now;
        orders.session().insert(order.billedFrom(periods.month(first)));
        if (order.isTerm()) {
            rating.open(view.id(), price, order.days());
        }
        return view;
    }

    /** The order; NotFound {@code order-unknown}. */
    public OrderView get(UUID id) {
        return known(id).view();
    }

    /**
     * Whether a call may begin; what it may cost at the least. Refused by Conflict {@code order-not-begun}, {@code
     * order-ended}, {@code quota-used}; by PaymentDue {@code balance-short} where the prepaid balance does not do for what its
     * organisation owes, rated or not, for its calls that run, and for this one. A day that is counted already lets further
     * calls in.
     *
     * @param running calls of the order that were admitted and have not ended
     * @param held what all calls of the payer that run may cost, in the order's currency
     */
    public Money admit(UUID id, Instant at, long running, BigDecimal held) {
        ServiceOrder order = known(id);
        OrderView view = order.view();
        order.runs(at);
        Used used = rating.used(id, at);
        order.leaves(used.ever(), used.onDay());
        Money next = next(view, used.after(running), at);
        requireCovered(view, held.add(next.amount()));
        return next;
    }

    /**
     * Rates an order of which more is not rated than an admission should have to sum up. Whoever calls holds no lock of the
     * ledger's.
     */
    public void keepUp(UUID id) {
        if (rating.isBehind(id)) {
            rating.rate(lock(List.of(id)));
        }
    }

    /** The orders that an organisation pays or earns by, the last opened first; null: all. */
    public Page<OrderView> of(UUID organisation, PageRequest page) {
        List<OrderView> some = Paged.list(orders.of(organisation), page).stream()
                .map(ServiceOrder::view)
                .toList();
        return new Page<>(some, orders.total(organisation), page);
    }

    /** These orders, locked until the transaction ends. */
    public List<UUID> lock(Collection<UUID> ids) {
        return orders.lock(ids.toArray(UUID[]::new));
    }

    private void requireCovered(OrderView order, BigDecimal next) {
        BigDecimal missing =
                rating.missing(order.payer(), order.currency()).amount().add(next);
        if (missing.signum() > 0) {
            Money balance = ledger.balance(AccountKey.prepaid(order.payer()), order.currency());
            throw new PaymentDue(
                    "balance-short",
                    "The prepaid balance is " + balance + ": " + missing.toPlainString() + " " + order.currency()
                            + " are missing, with the calls that run.");
        }
    }

    private Money next(OrderView order, Used used, Instant at) {
        return prices.at(order.priceList(), at).map(used::next).orElseGet(() -> Money.zero(order.currency()));
    }

    private PriceView price(NewOrder wanted, Instant now) {
        if (wanted.tariff() != null) {
            return prices.agree(wanted.id(), wanted.currency(), wanted.tariff());
        }
        return prices.at(list(wanted), now)
                .filter(price -> price.currency().equals(wanted.currency()))
                .orElseThrow(() -> new Conflict(
                        "price-unknown", "There is no price in " + wanted.currency() + " for " + list(wanted) + "."));
    }

    private String list(NewOrder wanted) {
        return wanted.tariff() == null ? wanted.subject().list() : PriceLists.listOf(wanted.id());
    }

    private ServiceOrder known(UUID id) {
        return orders.find(id)
                .orElseThrow(
                        () -> new NotFound("order-unknown", new Member("orderId"), "There is no order " + id + "."));
    }
}
