package org.computility.trading.subscription.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.settlement.bills.TestSettlement;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.payment.PaymentProof;
import org.computility.settlement.payment.TestGateways;
import org.computility.settlement.usage.NewUsage;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NoSettings;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.SubscriptionView;
import org.computility.trading.subscription.SubscriptionsForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceSettlementTest {

    private static final PaymentProof BALANCE = new PaymentProof("BALANCE", null, null);

    private final SubscriptionsForTests all = new SubscriptionsForTests();
    private final ServiceSettlement settlement = new ServiceSettlement();
    private String order;

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @BeforeEach
    void assemble() {
        var session = all.market.sessions.current();
        settlement.subscriptions = all.subscriptions;
        settlement.proofs = new PaymentProofs(TestGateways.over(session, all.books.ledger()));
        settlement.settlement = TestSettlement.over(session, all.orders, all.rating, all.books.ledger(), "10");
        settlement.payouts = TestSettlement.payouts(session, all.orders, all.books.ledger(), all.clock);
        settlement.parties = all.parties();
        settlement.caller = all.market.caller;
        var method = SubscriptionsForTests.byCall("0.50", null);
        SubscriptionView subscription = all.subscribed(all.published("m", "http://127.0.0.1:9/", method), method);
        order = subscription.orderId().toString();
        all.market.sessions.commit(() ->
                all.usage.record(new NewUsage(UUID.randomUUID(), subscription.orderId(), all.clock.instant(), 4, 0)));
    }

    /** Else 40 settlements at once hold all connections, and wait for more. */
    @Test
    void noTransactionIsOpenWhileOrdersAndAccountsAreAsked() {
        assertThat(ServiceSettlement.class.getAnnotation(TransactionAttribute.class))
                .isNotNull()
                .returns(TransactionAttributeType.NOT_SUPPORTED, TransactionAttribute::value);
    }

    @Test
    void theSubscriberPaysAndThePublisherIsPaidOnce() {
        refused("balance-short", () -> settle("buyer", BALANCE));
        all.books.deposit(all.buyers, "10");

        for (int again = 0; again < 2; again++) {
            assertThat(settle("buyer", new PaymentProof(" balance", null, null)))
                    .hasToString(order);
            assertThat(balance(AccountKey.prepaid(all.buyers))).isEqualTo("8.00 CNY");
            assertThat(balance(AccountKey.payable(all.sellers))).isEqualTo("1.80 CNY");
        }
        all.market.be("seller");
        for (int again = 0; again < 2; again++) {
            assertThat(payOut("seller", "buyer")).hasToString(order);
            assertThat(balance(AccountKey.payable(all.sellers))).isEqualTo("0.00 CNY");
        }
        assertThat(balance(AccountKey.CASH)).isEqualTo("-8.20 CNY");
    }

    @Test
    void aProofCanBeVerified() {
        UUID paid = all.books.deposit(all.buyers, "10").id();
        UUID foreign = all.books.deposit(all.sellers, "10").id();

        String nothing = UUID.randomUUID().toString();
        for (PaymentProof proof : List.of(
                new PaymentProof(null, null, null),
                new PaymentProof("CASH", null, null),
                transfer("nothing"),
                transfer(nothing),
                transfer(foreign.toString()),
                new PaymentProof(null, null, "nothing"),
                new PaymentProof(null, null, nothing),
                new PaymentProof("BALANCE", null, nothing),
                new PaymentProof(null, paid.toString(), nothing))) {
            refused("payment-proof-invalid", () -> settle("buyer", proof));
        }
        assertThat(balance(AccountKey.prepaid(all.buyers))).isEqualTo("10.00 CNY");
        assertThat(settle("buyer", transfer(paid.toString()))).hasToString(order);
    }

    @Test
    void othersNeitherPayNorArePaid() {
        all.books.deposit(all.buyers, "10");
        all.market.be("colleague");
        refused("party-foreign", () -> settle("buyer", BALANCE));
        refused("order-unknown", () -> settle("colleague", BALANCE));
        refused("role-missing", () -> payOut(null, "buyer"));
        all.market.be("other");
        refused("order-unknown", () -> settle("other", BALANCE));
        refused("order-unknown", () -> payOut("other", null));
        all.market.be("seller");
        refused("party-unknown", () -> payOut(null, "colleague"));
        all.market.be("chief");
        assertThat(settle("buyer", BALANCE)).hasToString(order);
        refused("order-unknown", () -> payOut("chief", null));
    }

    @Test
    void anAccountIsAlsoNamedByItsNumber() {
        all.books.deposit(all.buyers, "10");
        String number = all.market.caller.get().accountId().toString();

        assertThat(settle(number, BALANCE)).hasToString(order);
        all.market.be("seller");
        assertThat(payOut(null, number)).hasToString(order);
    }

    private static PaymentProof transfer(String id) {
        return new PaymentProof(null, id, null);
    }

    private UUID settle(String subscriber, PaymentProof proof) {
        NewSettlement wanted = new NewSettlement(ServiceKind.MODEL, subscriber, order, proof);
        return all.market.sessions.commit(() -> settlement.settle(wanted));
    }

    private UUID payOut(String publisher, String subscriber) {
        NewPayout wanted = new NewPayout(ServiceKind.MODEL, publisher, subscriber, order, "{\"bank\":\"ICBC\"}");
        return all.market.sessions.commit(() -> settlement.payOut(wanted));
    }

    private String balance(AccountKey account) {
        return all.books.ledger().balance(account, Money.CNY).toString();
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
