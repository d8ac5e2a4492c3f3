package org.computility.trading.contract;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;

/**
 * A demand that was confirmed (T/AI 123.12 table A.30).
 *
 * @param price in CNY; what the data resource cost when the demand was confirmed
 */
public record ConfirmationView(
        @JsonbProperty("confirmID") String confirmId,
        String owner,
        String demander,
        @JsonbProperty("dataID") String dataId,
        @JsonbProperty("demandID") String demandId,
        BigDecimal price) {}
