package org.computility.settlement.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.identity.Role;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.ledger.Books;
import org.computility.shared.BusinessFailure;
import org.computility.shared.PageRequest;
import org.computility.shared.keys.KeyedHash;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayPaymentsTest {

    private static final String SECRET = "a secret of thirty-two characters";
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final String SECONDS = Long.toString(NOW.getEpochSecond());

    private final MarketForTests accounts = new MarketForTests();
    private final Books books = new Books("0", accounts.sessions);
    private final GatewayPayments payments = new GatewayPayments();
    private final UUID organisation = accounts.organisation();

    @BeforeEach
    void assemble() {
        payments.payments = new ExternalPayments_(accounts.sessions.current());
        payments.ledger = books.ledger();
        payments.caller = accounts.caller;
        payments.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        configure(Map.of(
                "computility.payment.gateway.url",
                "https://pay.example.org/?shop=7",
                "computility.payment.gateway.secret",
                SECRET));
        accounts.open("payer", organisation, Role.CONSUMER);
        accounts.open("other", accounts.organisation(), Role.CONSUMER);
        accounts.open("seller", organisation, Role.PROVIDER);
        accounts.be("payer");
    }

    @Test
    void aConfirmedPaymentIsADepositOnce() {
        ExternalPaymentView pending = open("500");
        assertThat(pending.state()).isEqualTo("PENDING");
        assertThat(pending.payAt())
                .isEqualTo("https://pay.example.org/?shop=7&payment=" + pending.id()
                        + "&amount=500.00&currency=CNY&signature="
                        + KeyedHash.HMAC_SM3.sign(key(), pending.id() + "\n500.00\nCNY"));

        ExternalPaymentView paid = confirm(signed(pending.id(), "500", "WX-1", SECONDS, KeyedHash.HMAC_SM3));
        assertThat(confirm(signed(pending.id(), "500.00", "WX-1", SECONDS, KeyedHash.HMAC_SHA256)))
                .isEqualTo(paid);

        assertThat(paid.state()).isEqualTo("PAID");
        assertThat(paid.payAt()).isNull();
        assertThat(books.ledger().find(paid.transferId())).isPresent();
        assertThat(balance()).isEqualTo(Money.yuan("500"));
        assertThat(payments.get(pending.id())).isEqualTo(paid);
    }

    @Test
    void aPaymentIsAProofOnceTheGatewayHasConfirmedIt() {
        PaymentGateway gateway = TestGateways.paidAt(payments);
        UUID id = open("500").id();
        PaymentProof proof = new PaymentProof(null, null, id.toString());
        assertThat(gateway.knows(proof)).isTrue();

        refused("payment-proof-invalid", () -> gateway.verify(proof, organisation));
        confirm(signed(id, "500", "WX-1", SECONDS, KeyedHash.HMAC_SM3));
        gateway.verify(proof, organisation);
        refused("payment-proof-invalid", () -> gateway.verify(proof, UUID.randomUUID()));
    }

    @Test
    void manyConfirmationsAtOnceAreOne() throws Exception {
        UUID id = open("10").id();
        GatewayConfirmation confirmation = signed(id, "10", "WX-1", SECONDS, KeyedHash.HMAC_SM3);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<ExternalPaymentView>> calls = Stream.generate(
                            () -> (Callable<ExternalPaymentView>) () -> confirm(confirmation))
                    .limit(24)
                    .toList();
            for (Future<ExternalPaymentView> call : threads.invokeAll(calls)) {
                assertThat(call.get().reference()).isEqualTo("WX-1");
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(balance()).isEqualTo(Money.yuan("10"));
    }

    @Test
    void whatTheGatewayDidNotSignChangesNothing() {
        UUID id = open("500").id();
        GatewayConfirmation good = signed(id, "500", "WX-1", SECONDS, KeyedHash.HMAC_SM3);

        wrong(new GatewayConfirmation(id, good.paid(), "WX-2", SECONDS, good.signature()));
        wrong(new GatewayConfirmation(id, good.paid(), "WX-1", SECONDS, null));
        wrong(new GatewayConfirmation(id, good.paid(), "WX-1", null, good.signature()));
        wrong(new GatewayConfirmation(
                id, good.paid(), "WX-1", SECONDS, good.signature().substring(9)));
        wrong(signed(id, "500", "WX-1", Long.toString(NOW.getEpochSecond() - 301), KeyedHash.HMAC_SM3));
        wrong(signed(id, "500", "WX-1", Long.toString(NOW.getEpochSecond() + 301), KeyedHash.HMAC_SM3));
        wrong(signed(id, "500", "WX-1", "-1", KeyedHash.HMAC_SM3));

        assertThat(payments.get(id).state()).isEqualTo("PENDING");
        assertThat(balance()).isEqualTo(Money.yuan("0"));
    }

    @Test
    void anotherAmountOrReferenceIsAConflict() {
        UUID id = open("500").id();

        refused("payment-differs", () -> confirm(signed(id, "499.99", "WX-1", SECONDS, KeyedHash.HMAC_SM3)));
        confirm(signed(id, "500", "WX-1", SECONDS, KeyedHash.HMAC_SM3));
        refused("payment-differs", () -> confirm(signed(id, "500", "WX-2", SECONDS, KeyedHash.HMAC_SM3)));
        refused(
                "payment-unknown",
                () -> confirm(signed(UUID.randomUUID(), "500", "WX-1", SECONDS, KeyedHash.HMAC_SM3)));

        assertThat(balance()).isEqualTo(Money.yuan("500"));
    }

    @Test
    void onlyBuyersAskAndOthersSeeNothing() {
        UUID id = open("500").id();
        refused("member-invalid", () -> open("0"));
        refused("member-invalid", () -> open("-1"));

        accounts.be("seller");
        refused("role-missing", () -> open("500"));
        assertThat(payments.get(id).amount()).isEqualByComparingTo("500");
        accounts.be("other");
        refused("payment-unknown", () -> payments.get(id));
        assertThat(payments.list(PageRequest.FIRST).total()).isZero();
        accounts.be("payer");
        assertThat(payments.list(PageRequest.FIRST).content())
                .extracting(ExternalPaymentView::id)
                .containsExactly(id);
    }

    @Test
    void withoutAGatewayNobodyPaysAtIt() {
        configure(Map.of());
        refused("payment-gateway-missing", () -> open("500"));
        refused(
                "payment-gateway-missing",
                () -> confirm(signed(UUID.randomUUID(), "500", "WX-1", SECONDS, KeyedHash.HMAC_SM3)));
    }

    @Test
    void aGatewayNeedsASecretThatNobodyGuesses() {
        Map<String, String> settings = Map.of(
                "computility.payment.gateway.url", "https://pay.example.org",
                "computility.payment.gateway.secret", "short");

        assertThatThrownBy(() -> configure(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("COMPUTILITY_PAYMENT_GATEWAY_SECRET");
    }

    private void configure(Map<String, String> settings) {
        payments.gateway = new ExternalGateway(GatewayConfig.from(key -> Optional.ofNullable(settings.get(key))));
    }

    private ExternalPaymentView open(String amount) {
        return accounts.sessions.commit(() -> payments.open(Money.yuan(amount)));
    }

    private ExternalPaymentView confirm(GatewayConfirmation confirmation) {
        return accounts.sessions.commit(() -> payments.confirm(confirmation));
    }

    private void wrong(GatewayConfirmation confirmation) {
        refused("payment-signature-wrong", () -> confirm(confirmation));
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Money balance() {
        return books.ledger().balance(AccountKey.prepaid(organisation), Money.CNY);
    }

    private static GatewayConfirmation signed(
            UUID id, String amount, String reference, String timestamp, KeyedHash hash) {
        GatewayConfirmation unsigned = new GatewayConfirmation(id, Money.yuan(amount), reference, timestamp, null);
        return new GatewayConfirmation(
                id, unsigned.paid(), reference, timestamp, hash.word() + " " + hash.sign(key(), unsigned.signed()));
    }

    private static byte[] key() {
        return SECRET.getBytes(StandardCharsets.UTF_8);
    }
}
