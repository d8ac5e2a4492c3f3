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
import org.computility.settlement.ledger.TransferReversed;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NoSettings;
import org.computility.trading.MarketForTests;
import org.computility.trading.licences.LicenceCheck;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.licences.LicencesForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemandSettlementTest {

    private static final Path FOLDER = Path.of("target", "market-keys");

    private final MarketForTests market = new MarketForTests();
    private final TradesForTests trades = new TradesForTests(market, FOLDER);
    private final DemandConfirmation confirmation = trades.confirmation;
    private final DemandSettlement settlement = trades.settlement;
    private final Books books = trades.books;
    private final LicencesForTests licences = trades.licences;
    private final LicenceCheck check = licences.check;
    private final UUID sellers = market.organisation();
    private final UUID buyers = market.organisation();

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @BeforeEach
    void assemble() {
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
        licences.at(Clock.offset(Clock.systemUTC(), Duration.ofDays(366)));
        assertThat(check.faults(good)).containsExactly("licence-expired");
        assertThat(check.licensorKey(good.licenceId())).startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @Test
    void whosePurchaseIsReversedHasNoLicence() {
        String trade = trade("200");
        receive();
        books.deposit(buyers, "250");
        SettlementView paid = settle(trade);
        UUID transfer = UUID.fromString(paid.paymentProof().transferId());

        market.sessions.commit(() -> {
            books.ledger().reverse(transfer, "wrong data");
            trades.reversals.on(new TransferReversed(transfer));
        });

        assertThat(books.reversed().news()).containsExactly(new TransferReversed(transfer));
        assertThat(check.faults(paid.licences())).containsExactly("licence-revoked");
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
        return trades.confirm("buyer", trades.offer("seller", "d1", price));
    }

    private void receive() {
        trades.receive();
    }

    private SettlementView settle(String trade) {
        return trades.settle(trade);
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
