package org.computility.trading.registration;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;

/**
 * A data resource in the market (T/AI 123.12 table A.12).
 *
 * @param free {@code "true"} or {@code "false"}: the table prints a text; null before the first publication
 * @param price in CNY, 0.00 for what is free; null before the first publication
 */
public record PublishedDataView(
        String owner, @JsonbProperty("publish_status") String publishStatus, String free, BigDecimal price) {}
