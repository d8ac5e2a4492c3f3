package org.computility.settlement.ledger;

import java.util.List;
import java.util.UUID;
import org.computility.settlement.Money;
import org.computility.shared.keys.Hashes;

/**
 * A transfer as it was asked for.
 *
 * @param reverses the transfer that it undoes, or null
 * @param fingerprint of what was asked, by which a retry is told from another transfer
 */
record AskedTransfer(
        UUID id,
        TransferKind kind,
        String subject,
        String currency,
        List<NewEntry> entries,
        UUID reverses,
        byte[] fingerprint) {

    static AskedTransfer of(NewTransfer transfer) {
        return of(transfer, transfer.content());
    }

    static AskedTransfer of(NewPurchase purchase, Money fee) {
        return of(purchase.transfer(fee), purchase.content());
    }

    /** What undoes the transfer; its ID follows from the transfer's, so that it is one. */
    static AskedTransfer reversing(TransferView transfer, String reason) {
        List<NewEntry> back = transfer.entries().stream().map(EntryView::back).toList();
        UUID id = NamedId.of("reversal", transfer.id());
        return new AskedTransfer(
                id, TransferKind.REVERSAL, reason, transfer.currency(), back, transfer.id(), Hashes.sha256(reason));
    }

    private static AskedTransfer of(NewTransfer transfer, String content) {
        return new AskedTransfer(
                transfer.id(),
                transfer.kind(),
                transfer.subject(),
                transfer.currency(),
                transfer.entries(),
                null,
                Hashes.sha256(content));
    }
}
