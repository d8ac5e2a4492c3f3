package org.computility.trading.delivery;

import jakarta.json.bind.annotation.JsonbProperty;

/**
 * That data was delivered (T/AI 123.12 tables A.43 and A.46).
 *
 * @param status {@code DELIVERED}; {@code NOT_DELIVERED} stands alone
 * @param deliveredAt {@code yyyy-MM-dd HH:mm:ss} in the platform's zone
 * @param content what the data is
 * @param file what was delivered: the content, encrypted
 * @param signature of the licensor over the other members except {@code link}, as docs/trading.md says
 * @param link where the file can be had
 */
public record DeliveryProofView(
        String status,
        @JsonbProperty("deliveryID") String deliveryId,
        @JsonbProperty("confirmID") String confirmId,
        @JsonbProperty("licensesID") String licenceId,
        String licensor,
        String licensee,
        @JsonbProperty("dataID") String dataId,
        String deliveredAt,
        Content content,
        File file,
        String signature,
        Link link) {

    static final String DELIVERED = "DELIVERED";
    static final DeliveryProofView NOT_YET =
            new DeliveryProofView("NOT_DELIVERED", null, null, null, null, null, null, null, null, null, null, null);

    DeliveryProofView with(Link where) {
        return new DeliveryProofView(
                status,
                deliveryId,
                confirmId,
                licenceId,
                licensor,
                licensee,
                dataId,
                deliveredAt,
                content,
                file,
                signature,
                where);
    }

    /** @param size in bytes */
    public record Content(String sha256, long size) {}

    /**
     * @param format {@code CMS}: AuthEnvelopedData in DER
     * @param cipherStart where its encrypted bytes begin, as many as the content has
     * @param nonce of AES-256-GCM, hexadecimal
     * @param dataKey the key of the content, hexadecimal, in a CMS of its own, Base64
     */
    public record File(String format, String sha256, long size, long cipherStart, String nonce, String dataKey) {}

    /** @param validUntil {@code yyyy-MM-dd HH:mm:ss} in the platform's zone */
    public record Link(String url, String validUntil) {}
}
