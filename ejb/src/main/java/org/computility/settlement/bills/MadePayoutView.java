package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A payout that was made: money that left the books, and where it goes.
 *
 * @param id its transfer in the ledger
 * @param number which payout of its order, from 1
 * @param account of the ledger that it was taken from: what the payee had earned
 * @param payee the organisation that is paid
 * @param reference as the transfer names it
 * @param creditInfo where the payee wants the money: a JSON object as text
 * @param madeBy the user name of who asked, or the job
 * @param reversed whether an administrator has taken it back
 */
public record MadePayoutView(
        UUID id,
        UUID orderId,
        long number,
        UUID account,
        UUID payee,
        BigDecimal amount,
        String currency,
        String reference,
        String creditInfo,
        String madeBy,
        Instant madeAt,
        boolean reversed) {}
