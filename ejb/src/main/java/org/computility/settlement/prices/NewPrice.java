package org.computility.settlement.prices;

import java.time.Instant;

/**
 * What a published thing costs from some instant on.
 *
 * @param currency three letters of ISO 4217
 * @param validFrom null: from now on
 */
public record NewPrice(Subject subject, String currency, Tariff tariff, Instant validFrom) {}
