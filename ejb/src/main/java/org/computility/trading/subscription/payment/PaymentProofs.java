package org.computility.trading.subscription.payment;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.payment.PaymentGateway;
import org.computility.settlement.payment.PaymentProof;

/** What proves a payment: whatever one of the ways to pay calls its own. */
@Dependent
class PaymentProofs {

    private final List<PaymentGateway> gateways;

    @Inject
    PaymentProofs(@Any Instance<PaymentGateway> gateways) {
        this(gateways.stream().toList());
    }

    PaymentProofs(List<PaymentGateway> gateways) {
        this.gateways = gateways;
    }

    /** Returns for a good one, else Rejected {@code payment-proof-invalid}. */
    void check(PaymentProof proof, UUID payer) {
        List<PaymentGateway> known =
                gateways.stream().filter(gateway -> gateway.knows(proof)).toList();
        if (known.size() != 1) {
            throw PaymentProof.invalid(
                    "{member} is {\"method\":\"BALANCE\"}, or {\"transferId\":\"…\"} with a transfer of your prepaid balance, "
                            + "or {\"paymentId\":\"…\"} with a payment that the gateway has confirmed.");
        }
        known.get(0).verify(proof, payer);
    }
}
