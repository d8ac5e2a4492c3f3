package org.computility.settlement.payment;

import java.util.UUID;
import org.computility.settlement.Money;

/**
 * The gateway says that it has the money.
 *
 * @param reference the gateway's number of it
 * @param timestamp when it signed, seconds of the epoch, as it was sent
 * @param signature as {@code HMAC-SM3 ‹hex›} or {@code HMAC-SHA256 ‹hex›}
 */
public record GatewayConfirmation(UUID paymentId, Money paid, String reference, String timestamp, String signature) {

    /** What is signed: a line for each. */
    String signed() {
        return String.join(
                "\n", timestamp, paymentId.toString(), paid.amount().toPlainString(), paid.currency(), reference);
    }
}
