package org.computility.settlement.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.UUID;
import org.computility.settlement.ledger.AccountKind;
import org.computility.settlement.ledger.Ledger;
import org.computility.settlement.ledger.TransferKind;
import org.computility.settlement.ledger.TransferView;
import org.computility.shared.UuidText;

/**
 * The prepaid balance: it proves itself ({@code {"method":"BALANCE"}}), for whoever takes money from it locks it and sees
 * whether it is enough; or by a transfer that moved it ({@code {"transferId":"…"}}): a deposit, or a payment that was made.
 */
@Dependent
public class PrepaidBalance implements PaymentGateway {

    private static final String METHOD = "BALANCE";

    @EJB
    Ledger ledger;

    @Override
    public boolean knows(PaymentProof proof) {
        return proof.transferId() != null
                || proof.method() != null && proof.method().strip().equalsIgnoreCase(METHOD);
    }

    @Override
    public void verify(PaymentProof proof, UUID payer) {
        if (proof.transferId() != null && !namesMovement(proof.transferId(), payer)) {
            throw PaymentProof.invalid("{member} names no deposit to, and no payment from, your prepaid balance.");
        }
    }

    private boolean namesMovement(String transferId, UUID payer) {
        return UuidText.read(transferId)
                .flatMap(ledger::find)
                .filter(transfer -> moved(transfer, payer))
                .isPresent();
    }

    private static boolean moved(TransferView transfer, UUID payer) {
        return transfer.kind() != TransferKind.REVERSAL
                && transfer.entries().stream()
                        .anyMatch(entry -> entry.kind() == AccountKind.PREPAID && payer.equals(entry.organisationId()));
    }
}
