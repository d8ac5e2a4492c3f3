package org.computility.settlement.computing.costs;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a second of a spec costs, on one node.
 *
 * @param unitPrice 0 to 10,000, with at most ten decimal places
 * @param currency three letters of ISO 4217; null: CNY
 * @param validFrom null: from now on
 */
public record NewSpecPrice(BigDecimal unitPrice, String currency, Instant validFrom) {}
