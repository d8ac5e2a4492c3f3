package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * The last payout of an order, and where the order stands with its payee.
 *
 * @param amount that was paid out last; zero where nothing was yet
 * @param transfer of the ledger that paid it out, or null
 * @param madeAt when, or null
 * @param earned all that the order has earned, less the platform's fees
 * @param paidOut what of it was paid out
 */
public record PayoutView(
        UUID orderId,
        String currency,
        BigDecimal amount,
        UUID transfer,
        Instant madeAt,
        BigDecimal earned,
        BigDecimal paidOut) {}
