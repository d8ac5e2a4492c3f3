package org.computility.settlement.statements;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A line of an account's statement.
 *
 * @param sequence the transfer's place in the order of commits
 * @param version 1 for the account's first entry, then one more each time
 */
public record StatedEntryView(
        long version,
        Instant at,
        long sequence,
        UUID transfer,
        String kind,
        String subject,
        BigDecimal amount,
        BigDecimal balanceAfter) {}
