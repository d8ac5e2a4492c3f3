package org.computility.settlement.payment;

import java.util.List;
import org.computility.settlement.ledger.Ledger;
import org.hibernate.StatelessSession;

/** All ways to pay, for the tests of other rooms. */
public final class TestGateways {

    private TestGateways() {}

    public static List<PaymentGateway> over(StatelessSession session, Ledger ledger) {
        GatewayPayments payments = new GatewayPayments();
        payments.payments = new ExternalPayments_(session);
        return List.of(balance(ledger), paidAt(payments));
    }

    static PaymentGateway paidAt(GatewayPayments payments) {
        PaidAtGateway gateway = new PaidAtGateway();
        gateway.payments = payments;
        return gateway;
    }

    private static PaymentGateway balance(Ledger ledger) {
        PrepaidBalance balance = new PrepaidBalance();
        balance.ledger = ledger;
        return balance;
    }
}
