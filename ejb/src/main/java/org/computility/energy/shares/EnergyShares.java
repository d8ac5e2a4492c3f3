package org.computility.energy.shares;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * What each job had of an amount of energy, and what nobody had.
 *
 * @param jobs thousandths, never negative
 * @param idle thousandths, never negative
 */
public record EnergyShares(Map<UUID, Long> jobs, long idle) {

    /**
     * Shares an amount by weight. The jobs stand side by side in the order of their ids; each has what is reckoned up to its end less what is
     * reckoned up to its beginning, in whole numbers. So all shares and the idle rest are the amount exactly.
     *
     * @param amount not negative
     * @param capacity the weight of all that could be had; where more was had, nothing is idle
     */
    public static EnergyShares of(long amount, long capacity, SortedMap<UUID, Long> weights) {
        long had = weights.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        BigInteger whole = BigInteger.valueOf(Math.max(capacity, had));
        Map<UUID, Long> shares = new LinkedHashMap<>();
        long upTo = 0;
        long given = 0;
        for (Map.Entry<UUID, Long> job : weights.entrySet()) {
            upTo += job.getValue();
            long until = upTo == 0
                    ? 0
                    : BigInteger.valueOf(amount)
                            .multiply(BigInteger.valueOf(upTo))
                            .divide(whole)
                            .longValueExact();
            shares.put(job.getKey(), until - given);
            given = until;
        }
        return new EnergyShares(shares, amount - given);
    }
}
