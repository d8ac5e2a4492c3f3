package org.computility.settlement.computing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.jobs.ServiceCalled;
import org.computility.jobs.TaskRan;
import org.computility.settlement.Money;
import org.computility.settlement.bills.OrderSettlement;
import org.computility.settlement.bills.TestSettlement;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Books;
import org.computility.settlement.orders.Orders;
import org.computility.settlement.orders.TestOrders;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.NewPrice;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.SubjectKind;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.TestPrices;
import org.computility.settlement.prices.UsageUnit;
import org.computility.settlement.rating.BillPeriods;
import org.computility.settlement.rating.Rating;
import org.computility.settlement.rating.TestRating;
import org.computility.settlement.usage.TestUsage;
import org.computility.settlement.usage.Usage;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.hibernate.StatelessSession;

/** What is told of jobs, and what is charged for them, over a database of its own. */
public final class ComputingJobs {

    public static final UUID OPERATOR = UUID.randomUUID();

    public final Books books;
    public final StatelessSession session;
    public final PriceLists prices;
    public final Rating rating;
    public final Clock clock;
    private final JobMetering metering = new JobMetering();
    private final JobCharging charging = new JobCharging();
    private final ServiceMetering calls = new ServiceMetering();
    private final ServiceCharging chargingCalls = new ServiceCharging();
    private final OrderSettlement settlement;

    private volatile Instant now;

    public ComputingJobs(Instant begin) {
        now = begin;
        TestSessions sessions = new TestSessions(TestDatabase.fresh());
        session = sessions.current();
        clock = new Ticking();
        books = new Books("0", sessions);
        books.at(clock);
        BillPeriods periods = new BillPeriods(ZoneId.of("Asia/Shanghai"), Duration.ofDays(1));
        prices = TestPrices.over(session, clock);
        rating = TestRating.over(session, clock, prices, periods);
        Orders orders = TestOrders.over(session, clock, prices, rating, books.ledger(), periods);
        metering.meters = new JobMeters_(session);
        metering.centers = new OneCenter();
        charging.meters = metering.meters;
        charging.prices = prices;
        charging.orders = orders;
        Usage usage = TestUsage.over(session, clock, orders, prices, rating, periods);
        charging.usage = usage;
        charging.clock = clock;
        charging.periods = periods;
        charging.config = new ComputingConfig(Duration.ofSeconds(60));
        calls.meters = new ServiceMeters_(session);
        calls.centers = metering.centers;
        calls.periods = periods;
        chargingCalls.meters = calls.meters;
        chargingCalls.prices = prices;
        chargingCalls.orders = orders;
        chargingCalls.usage = usage;
        chargingCalls.clock = clock;
        settlement = TestSettlement.over(session, orders, rating, books.ledger(), "0");
    }

    public ComputingJobs at(Instant time) {
        now = time;
        return this;
    }

    public String price(String spec, String unitPrice) {
        return price(SubjectKind.SPEC, spec, UsageUnit.SECOND, unitPrice);
    }

    public void priceCalls(String spec, String unitPrice) {
        price(SubjectKind.SPEC_CALLS, spec, UsageUnit.CALL, unitPrice);
    }

    private String price(SubjectKind kind, String spec, UsageUnit unit, String unitPrice) {
        Tariff tariff = Tariff.flat(BillingType.METERED, unit, new BigDecimal(unitPrice));
        Subject subject = new Subject(kind, spec);
        books.commit(() -> prices.publish(new NewPrice(subject, Money.CNY, tariff, null)));
        return spec;
    }

    public void tell(TaskRan ran) {
        commit(() -> {
            metering.on(ran);
            return null;
        });
    }

    public void tell(ServiceCalled called) {
        commit(() -> {
            calls.on(called);
            return null;
        });
    }

    public <T> T commit(Supplier<T> story) {
        return books.commit(story);
    }

    /** Dies after the last statement, before the commit. */
    void chargeAndDie() {
        commit(() -> {
            charging.due().forEach(charging::charge);
            chargingCalls.due().forEach(chargingCalls::charge);
            throw new IllegalStateException("killed before the commit");
        });
    }

    /** All that is due; what balances cover is paid. */
    public void charge() {
        ChargingTurn.ofSeconds(new InTransactions(), this::settle).run();
        ChargingTurn.ofCalls(new CallsInTransactions(), this::settle).run();
    }

    private void settle(Set<UUID> orders) {
        commit(() -> settlement.settleAll(orders));
    }

    public String prepaid(UUID organisation) {
        return books.ledger()
                .balance(AccountKey.prepaid(organisation), Money.CNY)
                .amount()
                .toPlainString();
    }

    /** How many seconds of a job were charged. */
    long charged(UUID job) {
        return session.createNativeQuery(
                        "select cast(coalesce(sum(seconds * nodes), 0) as bigint) from job_stretch where job_id = :job",
                        Long.class)
                .setParameter("job", job)
                .getSingleResult();
    }

    /** How many calls of a service were charged. */
    long chargedCalls(UUID job) {
        return session.createNativeQuery(
                        "select cast(coalesce(sum(charged_calls), 0) as bigint) from service_meter where job_id = :job",
                        Long.class)
                .setParameter("job", job)
                .getSingleResult();
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

    /** As the container calls it. */
    private final class InTransactions extends JobCharging {

        @Override
        public List<String> due() {
            return charging.due();
        }

        @Override
        public Optional<Set<UUID>> charge(String meterId) {
            return commit(() -> charging.charge(meterId));
        }

        @Override
        public void defer(String meterId) {
            commit(() -> {
                charging.defer(meterId);
                return null;
            });
        }
    }

    private final class CallsInTransactions extends ServiceCharging {

        @Override
        public List<UUID> due() {
            return chargingCalls.due();
        }

        @Override
        public Optional<Set<UUID>> charge(UUID meterId) {
            return commit(() -> chargingCalls.charge(meterId));
        }

        @Override
        public void defer(UUID meterId) {
            commit(() -> {
                chargingCalls.defer(meterId);
                return null;
            });
        }
    }

    private static final class OneCenter extends CenterDirectory {

        @Override
        public Optional<CenterFacts> center(String id) {
            return Optional.of(new CenterFacts(id, id, OPERATOR, true, null, null, null));
        }
    }
}
