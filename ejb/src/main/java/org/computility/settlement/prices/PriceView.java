package org.computility.settlement.prices;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a price list.
 *
 * @param validTo the end, itself excluded; null while no successor is known
 */
public record PriceView(UUID id, String currency, Tariff tariff, Instant validFrom, Instant validTo) {}
