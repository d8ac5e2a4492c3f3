package org.computility.settlement.computing.costs;

import java.math.BigDecimal;

/**
 * What jobs of one group have cost.
 *
 * @param key the month, or the id of the user, center, spec or job
 * @param amount rounded half up to two places
 */
public record CostSumView(String key, long jobs, long nodeSeconds, String currency, BigDecimal amount) {}
