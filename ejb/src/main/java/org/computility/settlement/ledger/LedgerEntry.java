package org.computility.settlement.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a transfer does to one account, as it is written.
 *
 * @param accountVersion 1 for an account's first entry, then one more each time
 */
record LedgerEntry(
        UUID accountId, long accountVersion, UUID transferId, BigDecimal amount, BigDecimal balanceAfter, Instant at) {}
