package org.computility.trading.contract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.computility.datasets.catalogue.DataSetsForTests;
import org.computility.settlement.ledger.Books;
import org.computility.shared.FiredEvents;
import org.computility.shared.keys.DeliveryPair;
import org.computility.trading.MarketForTests;
import org.computility.trading.demand.DemandRegistration;
import org.computility.trading.demand.DemandsForTests;
import org.computility.trading.keys.MarketKeys;
import org.computility.trading.keys.MarketKeysForTests;
import org.computility.trading.licences.LicencesForTests;
import org.computility.trading.registration.RegistrationForTests;
import org.computility.trading.registration.ResourceRegistration;

/** Trades over a test database, from the offer to the payment. */
public final class TradesForTests {

    public final LicencesForTests licences;
    public final Books books;
    public final DemandRegistration demands;
    public final SettledTrades trades = new SettledTrades();

    final DemandConfirmation confirmation = new DemandConfirmation();
    final DemandSettlement settlement = new DemandSettlement();
    final TradePayment payment = new TradePayment();
    final ReversedPurchases reversals = new ReversedPurchases();

    private final MarketForTests market;
    private final ResourceRegistration resources;
    private final MarketKeys keys;

    public TradesForTests(MarketForTests market, Path folder) {
        this.market = market;
        licences = new LicencesForTests(market, folder);
        books = new Books("10", market.sessions);
        demands = DemandsForTests.over(market);
        resources = RegistrationForTests.over(market, new FiredEvents<>());
        keys = MarketKeysForTests.over(market);
        Confirmations confirmations = new Confirmations_(market.sessions.current());
        confirmation.confirmations = confirmations;
        confirmation.demands = demands;
        confirmation.resources = resources;
        confirmation.parties = market.parties();
        confirmation.caller = market.caller;
        confirmation.clock = Clock.systemUTC();
        settlement.confirmations = confirmations;
        settlement.settlements = new TradeSettlements_(market.sessions.current());
        settlement.licences = licences.issue;
        settlement.licensors = licences.keys;
        settlement.payment = payment;
        settlement.parties = market.parties();
        settlement.caller = market.caller;
        payment.confirmations = confirmations;
        payment.settlements = settlement.settlements;
        payment.licences = licences.issue;
        payment.contents = DataSetsForTests.over(market.sessions, market.caller);
        payment.keys = keys;
        payment.demands = demands;
        payment.ledger = books.ledger();
        payment.clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        trades.confirmations = confirmations;
        trades.caller = market.caller;
        reversals.settlements = settlement.settlements;
        reversals.licences = licences.issue;
    }

    /** Data that seller offers at that price, or free; its registrationID. Afterwards the buyer calls. */
    public String offer(String seller, String dataId, String price) {
        market.be(seller);
        String resource = RegistrationForTests.register(market, resources, seller, dataId);
        market.sessions.commit(
                () -> resources.publish(seller, resource, price == null, price == null ? null : new BigDecimal(price)));
        return resource;
    }

    /** A demand of that buyer bound to the offer; the confirmID. Afterwards the buyer calls. */
    public String confirm(String buyer, String resource) {
        return confirm(buyer, resource, null);
    }

    private String confirm(String buyer, String resource, String dataId) {
        market.be(buyer);
        String demand = market.sessions.commit(() -> demands.register(DemandsForTests.of(buyer)));
        market.sessions.commit(() -> demands.publish(buyer, demand));
        return market.sessions
                .commit(() -> confirmation.confirm(buyer, demand, resource, dataId))
                .confirmId();
    }

    /** The caller has a key of its own from now on. */
    public void receive() {
        String key = DeliveryPair.fresh(DeliveryPair.Algorithm.EC_P256).publicKey();
        market.sessions.commit(() -> keys.receiveWith(key));
    }

    public SettlementView settle(String trade) {
        return market.sessions.commit(() -> settlement.settle(trade));
    }

    /** What is free, confirmed and settled for that buyer. */
    public SettlementView given(String buyer, String resource) {
        String trade = confirm(buyer, resource);
        receive();
        return settle(trade);
    }

    /** The same for data of a number that others have, too; the buyer has no key. */
    public SettlementView given(String buyer, String resource, String dataId) {
        return settle(confirm(buyer, resource, dataId));
    }

    public SettlementView query(String trade) {
        return settlement.query(trade);
    }
}
