package org.computility.trading.subscription.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.Tier;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * The terms of a publication. Two that mean the same are equal.
 *
 * @param price of a unit, in CNY
 * @param tiers the first one first; none for one price
 * @param freeQuota units of each month, or of the fixed term, that cost nothing; 0 for none
 * @param term days
 * @param quota units at most, of a fixed term calls at most; null for no limit
 */
public record Billing(
        BillingType type,
        UsageUnit unit,
        BigDecimal price,
        List<PriceTier> tiers,
        long freeQuota,
        int term,
        Long quota) {

    private static final Member TYPE = new Member("billingType");
    private static final Member UNIT = new Member("billingMethod.unit");
    private static final Member PRICE = new Member("billingMethod.price");
    private static final Member TIERS = new Member("billingMethod.tiers");
    private static final Member TERM = new Member("billingMethod.term");

    private static final int YEAR = 365;
    private static final int PLACES = 8;
    private static final int SHOWN_PLACES = 2;
    private static final BigDecimal LARGEST = new BigDecimal("1000000000");

    public Billing {
        price = plain(price);
        tiers = List.copyOf(tiers);
    }

    /**
     * What is to be published.
     *
     * @throws Rejected {@code member-missing} or {@code member-invalid} where the terms do not fit together
     */
    public static Billing of(String typeName, BillingMethod method) {
        BillingType type = BillingWords.type(TYPE, typeName);
        requireUnit(type, method);
        if (method.price() == null) {
            throw new Rejected("member-missing", PRICE, "{member} is missing: what costs nothing says 0.");
        }
        requirePrice(PRICE, method.price());
        List<PriceTier> tiers = method.tiers() == null ? List.of() : method.tiers();
        requireTiers(TIERS, tiers);
        if (type == BillingType.FIXED_TERM && method.term() == null) {
            throw new Rejected("member-missing", TERM, "{member} is missing: the days of the fixed term.");
        }
        return new Billing(
                type,
                method.unit(),
                method.price(),
                tiers,
                method.freeQuota() == null ? 0 : method.freeQuota(),
                method.term() == null ? YEAR : method.term(),
                method.quota());
    }

    /** Whether this is what somebody asks for; what was left out is not compared. */
    public boolean isAskedBy(String typeName, BillingMethod asked) {
        return type == BillingWords.type(TYPE, typeName)
                && agrees(asked.unit(), unit)
                && (asked.price() == null || price.compareTo(asked.price()) == 0)
                && agrees(asked.tiers(), tiers)
                && agrees(asked.freeQuota(), freeQuota)
                && agrees(asked.term(), term)
                && agrees(asked.quota(), quota);
    }

    /**
     * The same at another price.
     *
     * @throws Rejected {@code member-invalid}
     */
    public Billing at(BigDecimal otherPrice, List<PriceTier> otherTiers, long otherFreeQuota) {
        requirePrice(new Member("price"), otherPrice);
        requireTiers(new Member("tiers"), otherTiers);
        return new Billing(type, unit, otherPrice, otherTiers, otherFreeQuota, term, quota);
    }

    /** The same at the price of a tariff that counts the same. */
    public Billing at(Tariff tariff) {
        List<Tier> steps = tariff.tiers();
        List<PriceTier> above = IntStream.range(1, steps.size())
                .mapToObj(
                        i -> new PriceTier(steps.get(i - 1).upTo(), steps.get(i).unitPrice()))
                .toList();
        return new Billing(type, unit, steps.get(0).unitPrice(), above, tariff.freeQuota(), term, quota);
    }

    /** As orders are rated by it. */
    public Tariff tariff() {
        List<Tier> steps = new ArrayList<>();
        BigDecimal next = price;
        for (PriceTier tier : tiers) {
            steps.add(new Tier(tier.from(), next));
            next = tier.price();
        }
        steps.add(new Tier(null, next));
        return new Tariff(type, unit, steps, freeQuota);
    }

    /** In words: {@code METERED, 0.02 CNY per CALL, term 365 days}. */
    public String offered() {
        StringBuilder words = new StringBuilder()
                .append(type)
                .append(", ")
                .append(price.toPlainString())
                .append(" CNY per ")
                .append(unit);
        tiers.forEach(tier -> words.append(", beyond ")
                .append(tier.from())
                .append(' ')
                .append(tier.price().toPlainString()));
        if (freeQuota > 0) {
            words.append(", ").append(freeQuota).append(" free");
        }
        words.append(", term ").append(term).append(" days");
        return quota == null
                ? words.toString()
                : words.append(", quota ").append(quota).toString();
    }

    /** Of one value there is one way to write it: at least two places, no zeros after them. */
    static BigDecimal plain(BigDecimal price) {
        BigDecimal shortest = price.stripTrailingZeros();
        // A number of a million digits is dear to write out; it is refused anyway.
        if (shortest.precision() - shortest.scale() > LARGEST.precision()) {
            return shortest;
        }
        return shortest.setScale(Math.max(SHOWN_PLACES, shortest.scale()));
    }

    private static void requireUnit(BillingType type, BillingMethod method) {
        if (method.unit() == null) {
            throw new Rejected("member-missing", UNIT, "{member} is missing: it is CALL, TOKEN or DAY.");
        }
        if (type == BillingType.FIXED_TERM && method.unit() != UsageUnit.DAY) {
            throw new Rejected("member-invalid", UNIT, "{member} is DAY for FIXED_TERM.");
        }
    }

    private static void requirePrice(Member member, BigDecimal price) {
        if (price.signum() < 0
                || price.compareTo(LARGEST) >= 0
                || price.stripTrailingZeros().scale() > PLACES) {
            throw new Rejected(
                    "member-invalid",
                    member,
                    "{member} is at least 0, below " + LARGEST + ", and has " + PLACES + " decimal places at most.");
        }
    }

    private static void requireTiers(Member member, List<PriceTier> tiers) {
        long last = 0;
        for (PriceTier tier : tiers) {
            requirePrice(member, tier.price());
            if (tier.from() <= last) {
                throw new Rejected("member-invalid", member, "{member} begin above 0, each above the one before.");
            }
            last = tier.from();
        }
    }

    private static boolean agrees(Object asked, Object offered) {
        return asked == null || Objects.equals(asked, offered);
    }
}
