package org.computility.settlement.prices;

import java.math.BigDecimal;

/**
 * What a unit costs up to a quantity.
 *
 * @param upTo the last unit of the month, or of the term, that costs so; null: no end
 * @param unitPrice at least zero, with at most ten decimal places
 */
public record Tier(Long upTo, BigDecimal unitPrice) {}
