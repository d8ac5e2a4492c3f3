package org.computility.trading.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.FiredEvents;
import org.computility.trading.MarketForTests;
import org.computility.trading.demand.DemandRegistration;
import org.computility.trading.demand.DemandsForTests;
import org.computility.trading.registration.RegistrationForTests;
import org.computility.trading.registration.ResourceLeaving;
import org.computility.trading.registration.ResourceRegistration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemandConfirmationTest {

    private static final int MANY = 64;

    private final MarketForTests market = new MarketForTests();
    private final WaitingConfirmations waiting = new WaitingConfirmations();
    private final ResourceRegistration resources = RegistrationForTests.over(market, new FiredEvents<>() {
        @Override
        public void fire(ResourceLeaving event) {
            waiting.keep(event);
        }
    });
    private final DemandRegistration demands = DemandsForTests.over(market);
    private final DemandConfirmation confirmation = new DemandConfirmation();

    @BeforeEach
    void assemble() {
        confirmation.confirmations = new Confirmations_(market.sessions.current());
        confirmation.demands = demands;
        confirmation.resources = resources;
        confirmation.parties = market.parties();
        confirmation.caller = market.caller;
        confirmation.clock = Clock.systemUTC();
        waiting.confirmations = confirmation.confirmations;
        waiting.clock = Clock.systemUTC();
        market.open("seller", market.organisation(), Role.PROVIDER);
        market.open("buyer", market.organisation(), Role.CONSUMER);
        market.open("other", market.organisation(), Role.CONSUMER, Role.PROVIDER);
    }

    @Test
    void bindsADemandToAResourceAtItsPriceOfNow() {
        String resource = offer("d1", "199.9");
        String demand = demand();

        ConfirmationView bound = confirm(demand, resource, "d1");

        assertThat(bound)
                .isEqualTo(new ConfirmationView(
                        bound.confirmId(), "seller", "buyer", "d1", demand, new BigDecimal("199.90")));
        for (String party : List.of("buyer", "seller")) {
            market.be(party);
            assertThat(confirmation.basis(bound.confirmId()))
                    .isEqualTo(new SettlementBasisView(
                            "seller", "buyer", resource, "d1", demand, new BigDecimal("199.90"), "未结算"));
        }
        market.be("other");
        refused("confirmation-unknown", () -> confirmation.basis(bound.confirmId()));
        refused("confirmation-unknown", () -> confirmation.basis("x"));
    }

    @Test
    void theSameOnceMoreAnswersTheSameAndAnotherResourceIsRefused() {
        String resource = offer("d1", "1");
        String another = offer("d2", "1");
        String demand = demand();
        ConfirmationView bound = confirm(demand, resource, null);

        assertThat(confirm(demand, resource, null)).isEqualTo(bound);
        assertThat(confirm(demand, resource.toUpperCase(Locale.ROOT), "d1")).isEqualTo(bound);
        refused("demand-confirmed", () -> confirm(demand, another, null));
        refused("demand-confirmed", () -> confirm(demand, resource, "d2"));
    }

    @Test
    void theResourceStaysInTheMarketWhileADemandIsBoundToIt() {
        String resource = offer("d1", "1");
        confirm(demand(), resource, null);

        market.be("seller");
        refused("resource-locked", () -> market.sessions.commit(() -> resources.revoke(resource, null)));
        assertThat(resources.query(resource, null).publishStatus()).isEqualTo("YES");

        waiting.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(8));
        assertThat(market.sessions
                        .commit(() -> resources.revoke(resource, null))
                        .publishStatus())
                .isEqualTo("NO");
    }

    @Test
    void aRefusedConfirmationLeavesTheDemandInTheMarket() {
        String resource = offer("d1", "1");
        market.be("seller");
        market.sessions.commit(() -> resources.revoke(resource, null));
        String demand = demand();

        refused("resource-unknown", () -> confirm(demand, resource, null));
        refused("resource-unknown", () -> confirm(demand, "x", null));
        assertThat(demands.query(demand).publishStatus()).isEqualTo("YES");
        market.be("other");
        refused("demand-unknown", () -> confirmation.confirm("other", demand, resource, null));
    }

    @Test
    void oneOfManyWins() throws Exception {
        List<String> offers =
                IntStream.range(0, MANY).mapToObj(i -> offer("d" + i, "1")).toList();
        String demand = demand();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> tries = offers.stream()
                    .<Callable<String>>map(resource -> () -> outcome(demand, resource))
                    .toList();

            List<String> outcomes = threads.invokeAll(tries).stream()
                    .map(DemandConfirmationTest::result)
                    .toList();

            assertThat(outcomes).filteredOn("bound"::equals).hasSize(1);
            assertThat(outcomes).filteredOn("demand-confirmed"::equals).hasSize(MANY - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    private String outcome(String demand, String resource) {
        try {
            confirm(demand, resource, null);
            return "bound";
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

    private String offer(String dataId, String price) {
        market.be("seller");
        String id = RegistrationForTests.register(market, resources, "seller", dataId);
        market.sessions.commit(() -> resources.publish("seller", id, false, new BigDecimal(price)));
        return id;
    }

    private String demand() {
        market.be("buyer");
        String id = market.sessions.commit(() -> demands.register(DemandsForTests.of("buyer")));
        market.sessions.commit(() -> demands.publish("buyer", id));
        return id;
    }

    private ConfirmationView confirm(String demand, String resource, String dataId) {
        market.be("buyer");
        return market.sessions.commit(() -> confirmation.confirm("buyer", demand, resource, dataId));
    }

    private static void refused(String code, Supplier<?> deed) {
        assertThatThrownBy(deed::get)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
