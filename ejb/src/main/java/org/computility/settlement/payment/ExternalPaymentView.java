package org.computility.settlement.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A payment through the external gateway.
 *
 * @param state {@code PENDING} or {@code PAID}
 * @param payAt where to pay, with a signature that the gateway checks; null once it is paid
 * @param reference the gateway's number of it; null until it is paid
 * @param transferId what the ledger moved; null until it is paid
 */
public record ExternalPaymentView(
        UUID id,
        BigDecimal amount,
        String currency,
        String state,
        String payAt,
        String reference,
        UUID transferId,
        Instant createdAt,
        Instant paidAt) {}
