package org.computility.benchmarks.market;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** An order as the Spring Batch job reads it, and as it has rated it. */
record SpringOrder(UUID id, UUID payer, UUID payee, String currency, SpringOrder.Price price) {

    /** A record of usage. */
    record Used(UUID event, long calls) {}

    /** A price. */
    record Price(UUID id, long free, Long[] tierEnds, BigDecimal[] tierPrices) {

        BigDecimal cost(long units) {
            long left = Math.max(0, units - free);
            BigDecimal cost = BigDecimal.ZERO;
            long begin = 0;
            for (int tier = 0; tier < tierPrices.length; tier++) {
                long end = tier < tierEnds.length ? tierEnds[tier] : Long.MAX_VALUE;
                cost = cost.add(
                        tierPrices[tier].multiply(BigDecimal.valueOf(Math.max(0, Math.min(left, end) - begin))));
                begin = end;
            }
            return cost;
        }
    }

    /** What it has used in a month, and what that costs. */
    record Rated(SpringOrder order, UUID charge, String month, UUID price, List<Used> usage, BigDecimal amount) {

        long quantity() {
            return usage.stream().mapToLong(Used::calls).sum();
        }
    }
}
