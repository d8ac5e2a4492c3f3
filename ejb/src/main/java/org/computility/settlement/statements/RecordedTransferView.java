package org.computility.settlement.statements;

import java.util.UUID;
import org.computility.settlement.ledger.TransferView;

/**
 * A transfer, and what became of it.
 *
 * @param sequence its place in the order of commits
 * @param reversedBy the transfer that undid it, or null
 */
public record RecordedTransferView(TransferView transfer, long sequence, UUID reversedBy) {}
