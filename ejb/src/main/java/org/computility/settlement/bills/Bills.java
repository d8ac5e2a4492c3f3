package org.computility.settlement.bills;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.OrganisationNames;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.rating.BillLine;
import org.computility.settlement.rating.BillPeriods;
import org.computility.settlement.rating.Rating;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** Orders and bills for their readers: what the caller's organisation pays or earns by; everything for administrators. */
@Stateless
public class Bills {

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    KeptBills bills;

    @EJB
    Orders orders;

    @EJB
    Rating rating;

    @EJB
    PriceLists prices;

    @EJB
    OrganisationNames organisations;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    BillPeriods periods;

    @PostConstruct
    void configure() {
        periods = BillPeriods.current();
    }

    /** The last opened first. */
    public Page<OrderView> orders(PageRequest page) {
        return orders.of(caller.require(Role.READERS).scope(), page);
    }

    /** NotFound {@code order-unknown}. */
    public OrderView order(UUID id) {
        Caller known = caller.require(Role.READERS);
        OrderView order = orders.get(id);
        if (!sees(known, order)) {
            throw new NotFound("order-unknown", new Member("orderId"), "There is no order " + id + ".");
        }
        return order;
    }

    /** The latest month first. @param order whose; null: of all that the caller sees */
    public Page<BillSummaryView> page(UUID order, PageRequest page) {
        UUID scope = caller.require(Role.READERS).scope();
        UUID organisation = Objects.requireNonNullElse(scope, NOBODY);
        UUID wanted = Objects.requireNonNullElse(order, NOBODY);
        List<BillSummaryView> some =
                bills.page(scope == null, organisation, order == null, wanted, page.size(), page.offset()).stream()
                        .map(KeptBill::summary)
                        .toList();
        return new Page<>(some, bills.total(scope == null, organisation, order == null, wanted), page);
    }

    /** NotFound {@code bill-unknown}. */
    public BillView get(UUID id) {
        KeptBill bill = known(id);
        List<BillLine> lines = rating.lines(bill.orderId(), bill.period(), bill.closedAt() != null);
        Instant asOf = Objects.requireNonNullElseGet(bill.closedAt(), clock::instant);
        return view(bill.summary(), orders.get(bill.orderId()), asOf, lines);
    }

    /** The bill of an order as it would be if it were made now, for the month of now. NotFound {@code order-unknown}. */
    public BillView preview(UUID orderId) {
        OrderView order = order(orderId);
        Instant now = clock.instant();
        String period = periods.month(now);
        BigDecimal none = BigDecimal.ZERO.setScale(2);
        BillSummaryView open = bills.page(true, NOBODY, false, orderId, 1, 0).stream()
                .filter(bill -> bill.period().equals(period))
                .findFirst()
                .map(KeptBill::summary)
                .orElse(new BillSummaryView(null, orderId, period, order.currency(), false, null, none, none));
        return view(open, order, now, rating.lines(orderId, period, false));
    }

    /** The usage that a bill counts, in the order of its times. NotFound {@code bill-unknown}. */
    public Page<BilledEventView> events(UUID id, PageRequest page) {
        KeptBill bill = known(id);
        return events(bill.orderId(), bill.period(), page);
    }

    /** The usage that the preview of an order counts, in the order of its times. NotFound {@code order-unknown}. */
    public Page<BilledEventView> previewedEvents(UUID orderId, PageRequest page) {
        return events(order(orderId).id(), periods.month(clock.instant()), page);
    }

    private Page<BilledEventView> events(UUID order, String period, PageRequest page) {
        return new Page<>(
                bills.events(order, period, page.size(), page.offset()), bills.totalEvents(order, period), page);
    }

    private KeptBill known(UUID id) {
        Caller known = caller.require(Role.READERS);
        return bills.find(id).stream()
                .filter(bill -> sees(known, orders.get(bill.orderId())))
                .findFirst()
                .orElseThrow(() -> new NotFound("bill-unknown", new Member("id"), "There is no bill " + id + "."));
    }

    private static boolean sees(Caller known, OrderView order) {
        return known.sees(order.payer()) || known.sees(order.payee());
    }

    private BillView view(BillSummaryView bill, OrderView order, Instant asOf, List<BillLine> lines) {
        Map<UUID, Tariff> tariffs = prices
                .find(lines.stream().map(BillLine::priceId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(PriceView::id, PriceView::tariff));
        List<BillLineView> shown = lines.stream()
                .map(line -> BillLineView.of(line, tariffs.get(line.priceId())))
                .sorted(Comparator.comparing(BillLineView::period).thenComparing(BillLineView::kind))
                .toList();
        BigDecimal total =
                shown.stream().map(BillLineView::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return new BillView(bill, order, name(order.payer()), name(order.payee()), asOf, shown, total);
    }

    private String name(UUID organisation) {
        return organisations.of(organisation).orElse(null);
    }
}
