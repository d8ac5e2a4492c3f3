package org.computility.settlement.computing.costs;

import java.math.BigDecimal;

/**
 * What jobs of one group have cost.
 *
 * @param key the month, or the id of the user, center, spec or job
 * @param calls of services, of those that are charged; free ones among them
 * @param amount rounded half up to two places
 */
public record CostSumView(String key, long jobs, long nodeSeconds, long calls, String currency, BigDecimal amount) {}
