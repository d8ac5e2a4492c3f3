package org.computility.settlement.orders;

import java.time.Instant;
import java.util.UUID;
import org.computility.settlement.prices.Subject;
import org.computility.settlement.prices.Tariff;

/**
 * An order to be opened.
 *
 * @param id made by who asks, and the same at each retry
 * @param payer the organisation that uses and pays
 * @param payee the organisation that earns
 * @param currency three letters of ISO 4217
 * @param tariff the order's own for its whole life; null: the price list of the subject, as it is when something is used, or,
 *     for a fixed term, at the opening
 * @param from when the term begins; null: now
 * @param until when it ends, itself excluded; null, for what is metered: never
 * @param quota the most units that may be used in all (calls, where the term is paid); null: no bound
 */
public record NewOrder(
        UUID id,
        UUID payer,
        UUID payee,
        Subject subject,
        String currency,
        Tariff tariff,
        Instant from,
        Instant until,
        Long quota) {

    /** The same for the same order. */
    String content() {
        return payer + " of " + payee + ": " + subject + " in " + currency + ", " + tariff + ", " + from + " to "
                + until + ", " + quota;
    }
}
