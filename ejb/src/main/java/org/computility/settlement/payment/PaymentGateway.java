package org.computility.settlement.payment;

import java.util.UUID;

/**
 * A way to pay. It tells which proofs of payment are its own, and verifies them ({@code paymentProof} of T/AI 123.12, tables
 * A.66 and A.81). All beans of this type are asked.
 */
public interface PaymentGateway {

    /** Whether that is a proof of this way to pay: its members tell, nothing is read. */
    boolean knows(PaymentProof proof);

    /**
     * Returns where money of that organisation came in, or lies, as the proof says. Nothing is taken.
     *
     * @throws org.computility.shared.Rejected {@code payment-proof-invalid}
     */
    void verify(PaymentProof proof, UUID payer);
}
