package org.computility.trading.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.identity.Role;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Books;
import org.computility.shared.BusinessFailure;
import org.computility.shared.FiredEvents;
import org.computility.shared.NoSettings;
import org.computility.shared.keys.DeliveryPair;
import org.computility.shared.keys.KeyRingForTests;
import org.computility.trading.MarketForTests;
import org.computility.trading.demand.DemandRegistration;
import org.computility.trading.demand.DemandsForTests;
import org.computility.trading.keys.MarketKeys;
import org.computility.trading.keys.MarketKeysForTests;
import org.computility.trading.registration.RegistrationForTests;
import org.computility.trading.registration.ResourceRegistration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemandSettlementTest {

    private static final Path FOLDER = Path.of("target", "market-keys");

    private final MarketForTests market = new MarketForTests();
    private final ResourceRegistration resources = RegistrationForTests.over(market, new FiredEvents<>());
    private final DemandRegistration demands = DemandsForTests.over(market);
    private final MarketKeys keys = MarketKeysForTests.over(market);
    private final Books books = new Books("10", market.sessions);
    private final DemandConfirmation confirmation = new DemandConfirmation();
    private final DemandSettlement settlement = new DemandSettlement();
    private final TradePayment payment = new TradePayment();
    private final LicenceCheck check = new LicenceCheck();
    private final UUID sellers = market.organisation();
    private final UUID buyers = market.organisation();

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @BeforeEach
    void assemble() {
        Confirmations confirmations = new Confirmations_(market.sessions.current());
        confirmation.confirmations = confirmations;
        confirmation.demands = demands;
        confirmation.resources = resources;
        confirmation.parties = market.parties();
        confirmation.caller = market.caller;
        confirmation.clock = Clock.systemUTC();
        settlement.confirmations = confirmations;
        settlement.settlements = new TradeSettlements_(market.sessions.current());
        settlement.licences = new Licences_(market.sessions.current());
        settlement.licensors = new LicensorKeys();
        settlement.licensors.keys = KeyRingForTests.over(market.sessions.current(), FOLDER);
        settlement.payment = payment;
        settlement.parties = market.parties();
        settlement.caller = market.caller;
        payment.confirmations = confirmations;
        payment.settlements = settlement.settlements;
        payment.licences = settlement.licences;
        payment.licensors = settlement.licensors;
        payment.keys = keys;
        payment.demands = demands;
        payment.ledger = books.ledger();
        payment.clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
        check.licences = settlement.licences;
        check.keys = settlement.licensors;
        check.clock = Clock.systemUTC();
        market.open("seller", sellers, Role.PROVIDER);
        market.open("buyer", buyers, Role.CONSUMER);
        market.open("colleague", buyers, Role.CONSUMER);
        market.open("chief", buyers, Role.OPERATOR);
        market.open("other", market.organisation(), Role.CONSUMER, Role.PROVIDER);
    }

    @Test
    void theBuyersBalancePaysTheSellerLessTheFeeOnce() {
        String trade = trade("200");
        receive();
        books.deposit(buyers, "250");

        SettlementView paid = settle(trade);

        assertThat(paid.settlementStatus()).isEqualTo("已结算");
        assertThat(paid.paymentProof().amount()).isEqualTo(new BigDecimal("200.00"));
        assertThat(books.ledger().find(UUID.fromString(paid.paymentProof().transferId())))
                .isPresent();
        assertThat(settle(trade)).isEqualTo(paid);
        assertThat(settlement.query(trade)).isEqualTo(paid);
        assertThat(balance(AccountKey.prepaid(buyers))).isEqualTo("50.00 CNY");
        assertThat(balance(AccountKey.payable(sellers))).isEqualTo("180.00 CNY");
        assertThat(balance(AccountKey.FEE)).isEqualTo("20.00 CNY");
        assertThat(confirmation.basis(trade).settlementStatus()).isEqualTo("已结算");
    }

    @Test
    void theSellerSeesAllButTheKeyAndStrangersNothing() {
        String trade = trade("1");
        receive();
        books.deposit(buyers, "1");
        SettlementView paid = settle(trade);

        market.be("seller");
        assertThat(settlement.query(trade).privateKey()).isNull();
        assertThat(settlement.query(trade).licences()).isEqualTo(paid.licences());
        refused("role-missing", () -> settle(trade));
        market.be("other");
        refused("confirmation-unknown", () -> settlement.query(trade));
        refused("confirmation-unknown", () -> settle(trade));
    }

    @Test
    void withoutAKeyOrEnoughMoneyNothingIsPaid() {
        String trade = trade("200");
        books.deposit(buyers, "199.99");
        refused("receiving-key-missing", () -> settle(trade));
        receive();
        refused("balance-short", () -> settle(trade));

        assertThat(balance(AccountKey.prepaid(buyers))).isEqualTo("199.99 CNY");
        assertThat(settlement.query(trade)).isEqualTo(new SettlementView(null, "未结算", null, null));
        books.deposit(buyers, "0.01");
        assertThat(settle(trade).settlementStatus()).isEqualTo("已结算");
    }

    @Test
    void theBuyerItselfPaysOrAnOperator() {
        String trade = trade("1");
        receive();
        books.deposit(buyers, "1");

        market.be("colleague");
        refused("party-foreign", () -> settle(trade));
        market.be("chief");
        assertThat(settle(trade).settlementStatus()).isEqualTo("已结算");
    }

    @Test
    void whatIsFreeMovesNoMoney() {
        String trade = trade(null);
        receive();

        SettlementView paid = settle(trade);

        assertThat(paid.paymentProof().transferId()).isNull();
        assertThat(paid.paymentProof().amount()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void aLicenceIsGoodAsItWasGivenOnly() {
        String trade = trade(null);
        receive();
        LicenceView good = settle(trade).licences();

        assertThat(good.licensee()).isEqualTo("buyer");
        assertThat(check.faults(good)).isEmpty();
        assertThat(check.faults(copy(good, "other", good.watermark(), good.signature())))
                .containsExactly("licence-forged");
        assertThat(check.faults(copy(good, "buyer", "00", good.signature()))).containsExactly("licence-forged");
        assertThat(check.faults(copy(good, "buyer", good.watermark(), "AAAA"))).containsExactly("licence-forged");
        check.clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(366));
        assertThat(check.faults(good)).containsExactly("licence-expired");
        assertThat(check.licensorKey(good.licenceId())).startsWith("-----BEGIN PUBLIC KEY-----");
    }

    private static LicenceView copy(LicenceView good, String licensee, String watermark, String signature) {
        return new LicenceView(
                good.licenceId(),
                good.licensor(),
                licensee,
                good.registrationId(),
                good.dataId(),
                good.resourceUrl(),
                watermark,
                signature,
                good.restrictions(),
                good.term());
    }

    /** A confirmed demand; free without a price. */
    private String trade(String price) {
        market.be("seller");
        String resource = RegistrationForTests.register(market, resources, "seller", "d1");
        market.sessions.commit(() ->
                resources.publish("seller", resource, price == null, price == null ? null : new BigDecimal(price)));
        market.be("buyer");
        String demand = market.sessions.commit(() -> demands.register(DemandsForTests.of("buyer")));
        market.sessions.commit(() -> demands.publish("buyer", demand));
        return market.sessions
                .commit(() -> confirmation.confirm("buyer", demand, resource, null))
                .confirmId();
    }

    private void receive() {
        String key = DeliveryPair.fresh(DeliveryPair.Algorithm.EC_P256).publicKey();
        market.sessions.commit(() -> keys.receiveWith(key));
    }

    private SettlementView settle(String trade) {
        return market.sessions.commit(() -> settlement.settle(trade));
    }

    private String balance(AccountKey account) {
        return books.ledger().balance(account, Money.CNY).toString();
    }

    private static void refused(String code, Supplier<?> deed) {
        assertThatThrownBy(deed::get)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
