package org.computility.settlement.ledger;

import java.util.UUID;

/** A transfer is undone by the running transaction. */
public record TransferReversed(UUID transferId) {}
