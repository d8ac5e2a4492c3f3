package org.computility.trading.contract;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;

/**
 * What a settlement goes by (T/AI 123.12 table A.33).
 *
 * @param settlementStatus {@code 已结算} (settled) or {@code 未结算} (not settled), as the table prints them
 */
public record SettlementBasisView(
        String owner,
        String demander,
        @JsonbProperty("registrationID") String registrationId,
        @JsonbProperty("dataID") String dataId,
        @JsonbProperty("demandID") String demandId,
        BigDecimal price,
        @JsonbProperty("settlement_status") String settlementStatus) {}
