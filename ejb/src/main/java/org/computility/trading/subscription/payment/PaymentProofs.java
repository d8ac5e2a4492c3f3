package org.computility.trading.subscription.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.Locale;
import java.util.UUID;
import org.computility.settlement.ledger.AccountKind;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.ledger.TransferKind;
import org.computility.settlement.ledger.TransferView;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.UuidText;

/**
 * What proves a payment: the prepaid balance itself ({@code {"method":"BALANCE"}}), or a transfer of the ledger that moved it
 * ({@code {"transferId":"…"}}): a deposit, or a payment that was made already.
 */
@Dependent
class PaymentProofs {

    private static final Member PROOF = new Member("paymentProof");
    private static final String BALANCE = "BALANCE";

    @EJB
    Ledger ledger;

    /** Returns for a good one, else Rejected {@code payment-proof-invalid}. */
    void check(NewSettlement wanted, UUID organisation) {
        if (wanted.transferId() != null) {
            checkTransfer(wanted.transferId(), organisation);
        } else if (wanted.method() == null
                || !wanted.method().strip().toUpperCase(Locale.ROOT).equals(BALANCE)) {
            throw new Rejected(
                    "payment-proof-invalid",
                    PROOF,
                    "{member} is {\"method\":\"BALANCE\"}, or {\"transferId\":\"…\"} with a transfer of your prepaid balance.");
        }
    }

    private void checkTransfer(String transferId, UUID organisation) {
        boolean good = UuidText.read(transferId)
                .flatMap(ledger::find)
                .filter(transfer -> moved(transfer, organisation))
                .isPresent();
        if (!good) {
            throw new Rejected(
                    "payment-proof-invalid",
                    PROOF,
                    "{member} names no deposit to, and no payment from, your prepaid balance.");
        }
    }

    private static boolean moved(TransferView transfer, UUID organisation) {
        return transfer.kind() != TransferKind.REVERSAL
                && transfer.entries().stream()
                        .anyMatch(entry ->
                                entry.kind() == AccountKind.PREPAID && organisation.equals(entry.organisationId()));
    }
}
