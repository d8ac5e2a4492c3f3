package org.computility.settlement.statements;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.computility.settlement.ledger.AccountKind;

/**
 * An account and what it holds now.
 *
 * @param organisationId whose; null for the platform's own
 * @param version how many entries it has
 * @param changedAt when the last of them was made
 */
public record BalanceView(
        UUID id,
        UUID organisationId,
        AccountKind kind,
        String currency,
        BigDecimal balance,
        long version,
        Instant openedAt,
        Instant changedAt) {}
