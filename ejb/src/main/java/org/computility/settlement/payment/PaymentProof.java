package org.computility.settlement.payment;

import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * What a payer says of a payment; each member may be null.
 *
 * @param method {@code BALANCE}, in any case
 * @param transferId a transfer of the ledger
 * @param paymentId a payment through the external gateway
 */
public record PaymentProof(String method, String transferId, String paymentId) {

    private static final Member PROOF = new Member("paymentProof");

    /** What an invalid one is answered with. */
    public static Rejected invalid(String message) {
        return new Rejected("payment-proof-invalid", PROOF, message);
    }
}
