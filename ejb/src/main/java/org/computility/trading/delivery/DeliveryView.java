package org.computility.trading.delivery;

import jakarta.json.bind.annotation.JsonbProperty;

/**
 * What was delivered (T/AI 123.12 tables A.43 and A.46).
 *
 * @param dataFile the encrypted file in Base64, where the content has at most 8 MiB; else null: the link has it
 */
public record DeliveryView(
        @JsonbProperty("data_file") String dataFile,
        @JsonbProperty("delivery_proof") DeliveryProofView proof) {}
