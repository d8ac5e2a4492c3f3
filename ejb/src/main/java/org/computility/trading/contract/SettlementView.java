package org.computility.trading.contract;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.Instant;
import org.computility.shared.StandardTime;
import org.computility.trading.licences.LicenceView;

/**
 * What a settlement answers (T/AI 123.12 tables A.36 and A.40). Before it, only the status is there.
 *
 * @param licences the licence
 * @param privateKey for the buyer only
 */
public record SettlementView(
        @JsonbProperty("payment_proof") PaymentProof paymentProof,
        @JsonbProperty("settlement_status") String settlementStatus,
        @JsonbProperty("licenses") LicenceView licences,
        @JsonbProperty("private_key") EncryptedKey privateKey) {

    /**
     * What was paid; both parties find the transfer at {@code GET /platform/v1/settlement/transfers/{transferID}}.
     *
     * @param transferId null for what is free
     */
    public record PaymentProof(
            @JsonbProperty("transferID") String transferId,
            BigDecimal amount,
            String currency,
            @JsonbTypeAdapter(StandardTime.Seconds.class) Instant paidAt) {}

    /**
     * The delivery private key, encrypted for the buyer's own key.
     *
     * @param format {@code CMS}: AuthEnvelopedData in DER
     * @param content what is inside: {@code PKCS8}
     * @param value Base64
     */
    public record EncryptedKey(String format, String content, String value) {

        static EncryptedKey of(String value) {
            return new EncryptedKey("CMS", "PKCS8", value);
        }
    }
}
