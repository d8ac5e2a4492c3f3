package org.computility.settlement.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Money that has moved. It never changes, and is equal to the last bit whenever it is read.
 *
 * @param subject what it was for; the reason of a reversal
 * @param reverses the transfer that it undoes, or null
 * @param entries they add up to nothing; accounts of organisations first, in the order of their IDs
 */
public record TransferView(
        UUID id,
        TransferKind kind,
        String subject,
        String currency,
        Instant at,
        UUID reverses,
        List<EntryView> entries) {

    public TransferView {
        entries = List.copyOf(entries);
    }
}
