package org.computility.settlement.prices;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * What usage costs. Units are counted from the first of a month, or of a term: the free ones come first, tiers count what
 * comes after them. Each unit costs what its own tier says.
 *
 * @param tiers at least one, in order; only the last has no end
 * @param freeQuota units of each month, or of the term, that cost nothing
 */
public record Tariff(BillingType billing, UsageUnit unit, List<Tier> tiers, long freeQuota) {

    private static final int PLACES = 10;
    private static final BigDecimal DEAREST = BigDecimal.TEN.pow(9);

    /** Rejected {@code tariff-invalid}. */
    public Tariff {
        tiers = List.copyOf(tiers);
        if (billing == BillingType.FIXED_TERM && unit != UsageUnit.DAY) {
            throw invalid("a fixed term is paid by DAY");
        }
        if (freeQuota < 0) {
            throw invalid("the free quota is zero or more");
        }
        if (tiers.isEmpty() || !areInOrder(tiers)) {
            throw invalid("each tier ends behind the one before it, and the last one never");
        }
        if (!tiers.stream().map(Tier::unitPrice).allMatch(Tariff::isPrice)) {
            throw invalid("a unit costs between 0 and 1000000000, with at most ten decimal places");
        }
    }

    /** One price whatever the quantity. */
    public static Tariff flat(BillingType billing, UsageUnit unit, BigDecimal unitPrice) {
        return new Tariff(billing, unit, List.of(new Tier(null, unitPrice)), 0);
    }

    /**
     * What so many units cost, unrounded.
     *
     * @param before how many units came before them in the same month or term
     */
    public BigDecimal cost(long before, long quantity) {
        long from = Math.max(0, before - freeQuota);
        long to = Math.max(0, before + quantity - freeQuota);
        return IntStream.range(0, tiers.size())
                .mapToObj(tier -> within(tier, from, to))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal within(int tier, long from, long to) {
        long begin = tier == 0 ? 0 : tiers.get(tier - 1).upTo();
        long end = tier == tiers.size() - 1 ? Long.MAX_VALUE : tiers.get(tier).upTo();
        long units = Math.max(0, Math.min(to, end) - Math.max(from, begin));
        return tiers.get(tier).unitPrice().multiply(BigDecimal.valueOf(units));
    }

    private static boolean areInOrder(List<Tier> tiers) {
        long end = 0;
        for (Tier tier : tiers.subList(0, tiers.size() - 1)) {
            if (tier.upTo() == null || tier.upTo() <= end) {
                return false;
            }
            end = tier.upTo();
        }
        return tiers.get(tiers.size() - 1).upTo() == null;
    }

    private static boolean isPrice(BigDecimal price) {
        return price.signum() >= 0
                && price.compareTo(DEAREST) <= 0
                && price.stripTrailingZeros().scale() <= PLACES;
    }

    private static Rejected invalid(String rule) {
        return new Rejected("tariff-invalid", new Member("tariff"), "{member} is none: " + rule + ".");
    }
}
