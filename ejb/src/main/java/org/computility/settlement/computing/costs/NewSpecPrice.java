package org.computility.settlement.computing.costs;

import java.math.BigDecimal;
import java.time.Instant;
import org.computility.settlement.prices.UsageUnit;

/**
 * What a second of a spec costs, on one node, or a call of a service that runs with it.
 *
 * @param unit SECOND or CALL; null: SECOND
 * @param unitPrice 0 to 10,000, with at most ten decimal places
 * @param currency three letters of ISO 4217; null: CNY
 * @param validFrom null: from now on
 */
public record NewSpecPrice(UsageUnit unit, BigDecimal unitPrice, String currency, Instant validFrom) {}
