package org.computility.trading.subscription.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NoSettings;
import org.computility.shared.database.Collision;
import org.computility.shared.outbound.GuardForTests;
import org.computility.shared.outbound.OutboundLimits;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.licences.ServiceLicencesForTests;
import org.computility.trading.retention.TracesForTests;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.SubscribedService;
import org.computility.trading.subscription.SubscriptionView;
import org.computility.trading.subscription.SubscriptionsForTests;
import org.computility.trading.subscription.billing.BillingMethod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceDeliveryTest {

    private static final int MANY = 64;
    private static final long QUOTA = 10;
    private static final DeliveryConfig CONFIG =
            new DeliveryConfig(new OutboundLimits(Duration.ofSeconds(20), 1 << 20));

    private final SubscriptionsForTests all = new SubscriptionsForTests();
    private final ServiceDelivery delivery = new ServiceDelivery();
    private final DeliveryTurns turns = new Turns();
    private final AtomicInteger calls = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile int status = 200;
    private volatile int collisions;
    private volatile String told = "{\"ok\":true}";
    private HttpServer server;
    private String address;

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @BeforeEach
    void assemble() throws IOException {
        turns.calls = new DeliveryCalls_(all.market.sessions.current());
        turns.orders = all.orders;
        turns.usage = all.usage;
        turns.clock = all.clock;
        turns.config = CONFIG;
        delivery.subscriptions = all.subscriptions;
        delivery.turns = turns;
        delivery.outbound = GuardForTests.calls();
        delivery.config = CONFIG;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            byte[] body = told.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aCallThatIsAnsweredIsCountedOnce() {
        SubscriptionView order = subscribed("0.50", null);
        all.books.deposit(all.buyers, "10");

        assertThat(deliver(order).value().toString()).isEqualTo("{\"ok\":true}");

        assertThat(used(order)).isEqualTo(1);
        assertThat(all.rating.used(order.orderId(), all.clock.instant()).ever()).isEqualTo(1);
        assertThat(all.books.count("delivery_call where outcome = 'ANSWERED'")).isEqualTo(1);
    }

    @Test
    void aCallEndsOnce() {
        SubscriptionView order = subscribed("0.50", null);
        all.books.deposit(all.buyers, "10");
        SubscribedService service = all.subscriptions.licensed(ServiceKind.MODEL, address, order.licenses());
        UUID call = turns.begin(service);

        turns.answered(call, OptionalLong.of(5));
        turns.answered(call, OptionalLong.of(5));
        turns.failed(call, "service-late");

        assertThat(used(order)).isEqualTo(1);
        assertThat(all.books.count("delivery_meter where calls = 1 and tokens = 5"))
                .isEqualTo(1);
    }

    @Test
    void anOldCallIsForgottenAndStaysPaidAndCounted() {
        SubscriptionView order = subscribed("0.50", 1L);
        all.books.deposit(all.buyers, "10");
        SubscribedService service = all.subscriptions.licensed(ServiceKind.MODEL, address, order.licenses());
        UUID call = turns.begin(service);
        turns.answered(call, OptionalLong.empty());

        TracesForTests.purgeAfter(all.market.sessions, all.clock, 399);
        assertThat(all.books.count("delivery_call")).isEqualTo(1);
        TracesForTests.purgeAfter(all.market.sessions, all.clock, 401);

        assertThat(all.books.count("delivery_call")).isZero();
        assertThatThrownBy(() -> turns.answered(call, OptionalLong.empty())).isInstanceOf(RuntimeException.class);
        assertThat(used(order)).isEqualTo(1);
        assertThat(all.books.count("usage_record where event_id = '" + call + "'"))
                .isEqualTo(1);
        refused("quota-used", () -> deliver(order));
    }

    /** Who repeats what collided would call the service again. */
    @Test
    void aCallThatCannotBeCountedIsNoCollisionOfTheWhole() {
        SubscriptionView order = subscribed("0.50", null);
        all.books.deposit(all.buyers, "10");
        collisions = 100;

        assertThatThrownBy(() -> deliver(order)).satisfies(failure -> {
            assertThat(failure).isNotInstanceOf(BusinessFailure.class);
            assertThat(Collision.isOne(failure)).isFalse();
        });

        collisions = 3;
        deliver(order);
        assertThat(calls.get()).isEqualTo(2);
        assertThat(used(order)).isEqualTo(1);
    }

    @Test
    void aFailedCallCostsNothingAndLeavesItsRoom() {
        SubscriptionView order = subscribed("0.50", 1L);
        all.books.deposit(all.buyers, "10");
        status = 503;
        refused("service-failed", () -> deliver(order));
        status = 200;

        deliver(order);

        assertThat(used(order)).isEqualTo(1);
        refused("quota-used", () -> deliver(order));
        assertThat(calls.get()).isEqualTo(2);
    }

    @Test
    void tokensThatNobodyCouldPayAreAFailedCall() {
        var method = new BillingMethod(UsageUnit.TOKEN, new BigDecimal("999999999"), List.of(), 0L, null, null);
        SubscriptionView order = all.subscribed(all.published("m", address, method), method);
        all.books.deposit(all.buyers, "1000000000");
        told = "{\"usage\":{\"total_tokens\":999999999999}}";

        refused("service-tokens-untold", () -> deliver(order));

        assertThat(used(order)).isZero();
        assertThat(all.books.count("delivery_call where outcome = 'FAILED'")).isEqualTo(1);
        told = "{\"usage\":{\"total_tokens\":1}}";
        deliver(order);
        assertThat(used(order)).isEqualTo(1);
    }

    @Test
    void usageIsRatedBeforeItBecomesALongSumForEachCall() {
        SubscriptionView order = subscribed("0.50", null);
        all.books.deposit(all.buyers, "2000");
        deliver(order);
        all.books.write(
                "insert into usage_record (event_id, order_id, at, calls, tokens, received_at, day, not_before) "
                        + "select gen_random_uuid(), order_id, at, calls, tokens, received_at, day, not_before "
                        + "from usage_record, generate_series(2, 2000)");

        deliver(order);

        assertThat(all.books.count("usage_record where billed_in is null")).isLessThanOrEqualTo(500);
        assertThat(all.books.count("charge where amount = 1000.50")).isEqualTo(1);
    }

    @Test
    void termQuotaAndBalanceAreLookedAtBefore() {
        SubscriptionView order = subscribed("0.50", 1L);
        refused("balance-short", () -> deliver(order));
        all.books.deposit(all.buyers, "10");
        deliver(order);
        refused("quota-used", () -> deliver(order));
        all.later(Duration.ofDays(365));
        refused("licence-expired", () -> deliver(order));

        assertThat(calls.get()).isEqualTo(1);
    }

    @Test
    void whatACallTookThatNobodyWaitsForComesBack() {
        SubscriptionView order = subscribed("0.50", 1L);
        all.books.deposit(all.buyers, "10");
        turns.begin(all.subscriptions.licensed(ServiceKind.MODEL, address, order.licenses()));
        refused("quota-used", () -> deliver(order));

        all.later(Duration.ofSeconds(51));

        deliver(order);
        assertThat(used(order)).isEqualTo(1);
    }

    @Test
    void aQuotaIsNeverExceededHoweverManyCallAtOnce() throws Exception {
        SubscriptionView order = subscribed("0.50", QUOTA);
        all.books.deposit(all.buyers, "100");

        List<String> outcomes = atOnce(order);

        assertThat(outcomes).filteredOn("answered"::equals).hasSize((int) QUOTA);
        assertThat(outcomes).filteredOn("quota-used"::equals).hasSize(MANY - (int) QUOTA);
        assertThat(calls.get()).isEqualTo((int) QUOTA);
        assertThat(used(order)).isEqualTo(QUOTA);
    }

    @Test
    void aBalanceIsNeverOverdrawnHoweverManyCallAtOnce() throws Exception {
        SubscriptionView order = subscribed("0.50", null);
        all.books.deposit(all.buyers, "5");

        List<String> outcomes = atOnce(order);

        assertThat(outcomes).filteredOn("answered"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("balance-short"::equals).hasSize(MANY - 10);
        assertThat(used(order)).isEqualTo(10);
    }

    @Test
    void callsOfManyOrdersDoNotOverdrawABalanceTogether() throws Exception {
        SubscriptionView[] orders =
                IntStream.range(0, 8).mapToObj(i -> subscribed("0.50", null)).toArray(SubscriptionView[]::new);
        all.books.deposit(all.buyers, "5");

        List<String> outcomes = atOnce(orders);

        assertThat(outcomes).filteredOn("answered"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("balance-short"::equals).hasSize(MANY - 10);
    }

    @Test
    void whatIsFreeIsNotFreeForAllCallsThatRun() throws Exception {
        var method = new BillingMethod(UsageUnit.CALL, new BigDecimal("0.50"), List.of(), 3L, null, null);
        SubscriptionView order = all.subscribed(all.published("m", address, method), method);
        all.books.deposit(all.buyers, "1");

        List<String> outcomes = atOnce(order);

        assertThat(outcomes).filteredOn("answered"::equals).hasSize(5);
        assertThat(outcomes).filteredOn("balance-short"::equals).hasSize(MANY - 5);
    }

    private List<String> atOnce(SubscriptionView... orders) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> tries = IntStream.range(0, MANY)
                    .<Callable<String>>mapToObj(i -> () -> outcome(orders[i % orders.length]))
                    .toList();
            return callers.invokeAll(tries).stream()
                    .map(ServiceDeliveryTest::result)
                    .toList();
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void aLicenceIsForItsLicenseeAndItsService() {
        SubscriptionView order = subscribed("0.50", null);
        LicenceView licence = order.licenses();
        all.books.deposit(all.buyers, "10");

        refused("licence-forged", () -> deliver(address, ServiceLicencesForTests.forged(licence, "other")));
        refused("licence-other-service", () -> deliver(address + "more", licence));
        refused(
                "licence-other-service",
                () -> delivery.deliver(
                        new NewDelivery(ServiceKind.APPLICATION, address, licence, ServiceInput.of("x"))));
        all.market.be("colleague");
        refused("licence-foreign", () -> deliver(address, licence));
        all.market.be("other");
        refused("licence-foreign", () -> deliver(address, licence));
        all.market.be("seller");
        refused("role-missing", () -> deliver(address, licence));
        assertThat(calls.get()).isZero();
        all.market.be("chief");
        deliver(address, licence);
    }

    private SubscriptionView subscribed(String price, Long quota) {
        var method = SubscriptionsForTests.byCall(price, quota);
        return all.subscribed(all.published("m", address, method), method);
    }

    private ServiceOutput deliver(SubscriptionView order) {
        return deliver(address, order.licenses());
    }

    private ServiceOutput deliver(String where, LicenceView licence) {
        return delivery.deliver(new NewDelivery(ServiceKind.MODEL, where, licence, ServiceInput.of("x")));
    }

    private long used(SubscriptionView order) {
        return all.books.count("usage_record where order_id = '" + order.orderId() + "'");
    }

    private String outcome(SubscriptionView order) {
        all.market.be("buyer");
        try {
            deliver(order);
            return "answered";
        } catch (BusinessFailure refusal) {
            return refusal.code();
        }
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** Each turn is a transaction, as in the container. */
    private final class Turns extends DeliveryTurns {

        @Override
        public UUID begin(SubscribedService service) {
            return all.market.sessions.commit(() -> super.begin(service));
        }

        @Override
        public void answered(UUID callId, OptionalLong tokens) {
            if (collisions-- > 0) {
                throw new OptimisticLockException();
            }
            all.market.sessions.commit(() -> super.answered(callId, tokens));
        }

        @Override
        public void failed(UUID callId, String code) {
            all.market.sessions.commit(() -> super.failed(callId, code));
        }
    }
}
