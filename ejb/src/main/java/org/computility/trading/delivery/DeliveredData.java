package org.computility.trading.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A delivery and its file.
 *
 * @param proof as it was signed, without a link
 * @param fileSha256 its name in the content store
 * @param fitsIntoText whether the file goes into an answer
 * @param validUntil when its licence ends
 */
public record DeliveredData(
        UUID deliveryId,
        DeliveryProofView proof,
        String fileSha256,
        long fileSize,
        boolean fitsIntoText,
        Instant validUntil) {}
