package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.OrganisationNames;
import org.computility.settlement.Money;
import org.computility.settlement.SettlementConfig;
import org.computility.settlement.daily.DailySettlement;
import org.computility.settlement.daily.OrderAtWork;
import org.computility.settlement.daily.OrderRange;
import org.computility.settlement.daily.Reconciliation;
import org.computility.settlement.daily.TestDaily;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Books;
import org.computility.settlement.orders.NewOrder;
import org.computility.settlement.orders.OrderView;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.orders.TestOrders;
import org.computility.settlement.prices.NewPrice;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.SubjectKind;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.TestPrices;
import org.computility.settlement.rating.BillPeriods;
import org.computility.settlement.rating.Rating;
import org.computility.settlement.rating.TestRating;
import org.computility.settlement.usage.NewUsage;
import org.computility.settlement.usage.TestUsage;
import org.computility.settlement.usage.Usage;
import org.computility.settlement.usage.UsageView;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.hibernate.StatelessSession;

/** All doors of the room over a database of its own, at whatever time it is there. */
public final class Shop {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final Books books;
    private final StatelessSession session;
    private final Clock clock;
    final Orders orders;
    final Usage usage;
    final Rating rating;
    final PriceLists prices;
    final OrderSettlement settlement = new OrderSettlement();
    final Payouts payouts = new Payouts();
    final Bills bills = new Bills();
    final MadePayouts made = new MadePayouts();
    final DailySettlement daily;
    final Reconciliation reconciliation;

    private volatile Instant now;

    Shop(String fee, Instant now) {
        this(fee, now, TestDatabase.fresh());
    }

    Shop(String fee, Instant now, DataSource database) {
        this.now = now;
        TestSessions sessions = new TestSessions(database);
        books = new Books(fee, sessions);
        session = sessions.current();
        clock = new Ticking();
        BillPeriods periods = new BillPeriods(ZONE, Duration.ofDays(1));
        books.at(clock);
        prices = TestPrices.over(session, clock);
        rating = TestRating.over(session, clock, prices, periods);
        orders = TestOrders.over(session, clock, prices, rating, books.ledger(), periods);
        usage = TestUsage.over(session, clock, orders, prices, rating, periods);
        settlement.charges = new DueCharges_(session);
        settlement.orders = orders;
        settlement.rating = rating;
        settlement.ledger = books.ledger();
        settlement.config = new SettlementConfig(new BigDecimal(fee));
        payouts.earnings = new Earnings_(session);
        payouts.orders = orders;
        payouts.ledger = books.ledger();
        payouts.clock = clock;
        made.earnings = payouts.earnings;
        bills.bills = new KeptBills_(session);
        bills.orders = orders;
        bills.rating = rating;
        bills.prices = prices;
        bills.organisations = new OrganisationNames() {
            @Override
            public Optional<String> of(UUID id) {
                return Optional.of("o " + id);
            }
        };
        bills.caller = new CurrentCaller();
        made.caller = bills.caller;
        bills.clock = clock;
        bills.periods = periods;
        daily = TestDaily.settlement(session, clock, settlement, payouts, periods);
        reconciliation = TestDaily.reconciliation(session);
        calls(UUID.randomUUID(), Role.ADMINISTRATOR);
    }

    void calls(UUID organisation, Role role) {
        bills.caller.set(new Caller(UUID.randomUUID(), "somebody", organisation, Set.of(role), null));
    }

    /** What the job does, order by order. */
    void night() {
        night(OrderRange.ALL);
    }

    void night(OrderRange range) {
        chunks(after -> daily.toSettle(after, range, 3), ids -> daily.settle(1, 0, ids));
        chunks(after -> daily.toPayOut(after, range, 3), ids -> daily.payOut(1, 0, ids));
        books.commit(() -> {
            TestDaily.seal(session, clock);
            return null;
        });
    }

    private void chunks(Function<UUID, List<OrderAtWork>> next, Function<List<UUID>, ?> work) {
        List<OrderAtWork> found = next.apply(DailySettlement.BEGINNING);
        while (!found.isEmpty()) {
            List<UUID> ids = found.stream().map(OrderAtWork::id).toList();
            books.commit(() -> work.apply(ids));
            found = next.apply(ids.get(ids.size() - 1));
        }
    }

    /** The bills of an order, the earliest first. */
    List<BillView> bills(UUID order) {
        return bills.page(order, new PageRequest(1, 100, List.of())).content().stream()
                .map(bill -> bills.get(bill.id()))
                .sorted(Comparator.comparing(bill -> bill.bill().period()))
                .toList();
    }

    Instant now() {
        return now;
    }

    /** In the zone of the bills: {@code 2026-11-30T23:59:59}. */
    static Instant local(String time) {
        return java.time.LocalDateTime.parse(time).atZone(ZONE).toInstant();
    }

    Shop at(String time) {
        now = local(time);
        return this;
    }

    Shop later(Duration by) {
        now = now.plus(by);
        return this;
    }

    PriceView publish(Subject subject, Tariff tariff, Instant from) {
        return books.commit(() -> prices.publish(new NewPrice(subject, Money.CNY, tariff, from)));
    }

    static Subject model() {
        return new Subject(SubjectKind.MODEL, "model " + UUID.randomUUID());
    }

    OrderView open(NewOrder order) {
        return books.commit(() -> orders.open(order));
    }

    /** For whoever it is, from now on, without an end. */
    OrderView open(UUID payer, UUID payee, Tariff tariff) {
        return open(new NewOrder(UUID.randomUUID(), payer, payee, model(), Money.CNY, tariff, null, null, null));
    }

    UsageView use(UUID order, long calls, long tokens) {
        return use(order, now, calls, tokens);
    }

    UsageView use(UUID order, Instant at, long calls, long tokens) {
        return record(new NewUsage(UUID.randomUUID(), order, at, calls, tokens));
    }

    UsageView record(NewUsage used) {
        return books.commit(() -> usage.record(used));
    }

    SettlementView settle(UUID order) {
        return books.commit(() -> settlement.settle(order));
    }

    PayoutView pay(UUID order) {
        return books.commit(() -> payouts.pay(order, "{\"bank\":\"ICBC\"}", "provider"));
    }

    /** The amounts of all charges that are paid. */
    List<BigDecimal> paidCharges() {
        return session.createNativeQuery("select amount from charge where transfer_id is not null", BigDecimal.class)
                .getResultList();
    }

    String prepaid(UUID organisation) {
        return balance(AccountKey.prepaid(organisation));
    }

    String payable(UUID organisation) {
        return balance(AccountKey.payable(organisation));
    }

    String balance(AccountKey account) {
        return books.ledger().balance(account, Money.CNY).amount().toPlainString();
    }

    private final class Ticking extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
