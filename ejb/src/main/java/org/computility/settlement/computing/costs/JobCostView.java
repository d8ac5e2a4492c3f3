package org.computility.settlement.computing.costs;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What a job has cost until now, all attempts of all its tasks together.
 *
 * @param nodeSeconds how long its nodes ran for it
 * @param calls how many calls of its service are charged, free ones among them; those of the last minute are missing
 * @param charged what of it is charged, rounded half up to two places
 * @param uncharged what its nodes have used since, by the price of now; calls are not in it
 * @param budget at which it is stopped; null: none
 */
public record JobCostView(
        UUID jobId,
        long nodeSeconds,
        long calls,
        String currency,
        BigDecimal charged,
        BigDecimal uncharged,
        BigDecimal budget) {}
