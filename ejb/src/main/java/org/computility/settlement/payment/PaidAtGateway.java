package org.computility.settlement.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.UUID;
import org.computility.shared.UuidText;

/** The external gateway: it proves a payment ({@code {"paymentId":"…"}}) that it has confirmed by its signed call. */
@Dependent
public class PaidAtGateway implements PaymentGateway {

    @EJB
    GatewayPayments payments;

    @Override
    public boolean knows(PaymentProof proof) {
        return proof.paymentId() != null;
    }

    @Override
    public void verify(PaymentProof proof, UUID payer) {
        boolean confirmed = UuidText.read(proof.paymentId())
                .filter(id -> payments.isPaid(id, payer))
                .isPresent();
        if (!confirmed) {
            throw PaymentProof.invalid("{member} names no payment of yours that the gateway has confirmed.");
        }
    }
}
