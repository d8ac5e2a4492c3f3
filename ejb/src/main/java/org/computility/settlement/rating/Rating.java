package org.computility.settlement.rating;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.settlement.Money;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.prices.UsageUnit;

/**
 * Rates usage. Who rates has locked the orders; what is rated, charged and closed is committed together, so that it may be
 * repeated at any time.
 */
@Stateless
public class Rating {

    private static final BigDecimal SMALLEST = new BigDecimal("0.01");

    @Inject
    BillLines lines;

    @Inject
    Charges charges;

    @EJB
    PriceLists prices;

    @Inject
    Clock clock;

    BillPeriods periods;

    @PostConstruct
    void configure() {
        periods = BillPeriods.current();
    }

    /** Rates and charges what orders have used until now, and closes their bills of months that are over. */
    public void rate(Collection<UUID> orders) {
        UUID[] ids = orders.toArray(UUID[]::new);
        Instant now = clock.instant();
        if (lines.rate(ids, now) > 0) {
            lines.cost(reckoned(lines.unfinished(ids)));
            charges.charge(ids, now);
        }
        charges.close(ids, periods.firstOpen(now), now);
    }

    /** Charges for a term. */
    public void open(UUID order, PriceView price, long days) {
        Instant now = clock.instant();
        Money cost = Money.rounded(price.tariff().cost(0, days), price.currency());
        lines.open(order, periods.month(now), price.id(), days, cost.amount(), now);
        charges.charge(new UUID[] {order}, now);
    }

    /** The lines of a bill; of one that is open, as they would be if its order were rated now. */
    public List<BillLine> lines(UUID order, String period, boolean closed) {
        List<BillLine> kept = lines.of(order, period);
        if (closed) {
            return kept;
        }
        Stream<BillLine> terms = kept.stream().filter(line -> !line.isUsage());
        Stream<BillLine> usage = reckoned(withUnrated(new UUID[] {order})).stream()
                .filter(line -> line.billedIn().equals(period));
        return Stream.concat(terms, usage).toList();
    }

    /** What an organisation owes: what it has been charged for and not paid, and what it has used since. */
    public Money owed(UUID payer, String currency) {
        BigDecimal owed = charges.due(payer, currency);
        UUID[] unrated = charges.unrated(payer, currency).toArray(UUID[]::new);
        if (unrated.length > 0) {
            BigDecimal come = reckoned(withUnrated(unrated)).stream()
                    .map(BillLine::amount)
                    .reduce(charges.terms(unrated), BigDecimal::add);
            owed = owed.add(come).subtract(charges.charged(unrated));
        }
        return Money.rounded(owed, currency);
    }

    /** How many units an order has used. */
    public long used(UUID order) {
        return charges.used(order, "", LocalDate.EPOCH).ever();
    }

    /** What the order's next unit costs at the least, of what is metered: nothing, or a cent or more. */
    public Money next(UUID order, PriceView price, Instant at) {
        Charges.Used used = charges.used(order, periods.month(at), periods.day(at));
        boolean counted = price.tariff().unit() == UsageUnit.DAY && used.onDay();
        BigDecimal cost = counted || price.tariff().billing() == BillingType.FIXED_TERM
                ? BigDecimal.ZERO
                : price.tariff().cost(used.inMonth(), 1);
        return Money.rounded(cost.signum() > 0 ? cost.max(SMALLEST) : cost, price.currency());
    }

    /** What orders have in their bills, and what they have used since, as lines. */
    private Collection<BillLine> withUnrated(UUID[] orders) {
        Map<BillLine.Key, BillLine> all = new LinkedHashMap<>();
        lines.unfinished(orders).forEach(line -> all.put(line.key(), line));
        lines.unrated(orders).forEach(line -> all.merge(line.key(), line, BillLine::plus));
        return all.values();
    }

    private List<BillLine> reckoned(Collection<BillLine> some) {
        List<UUID> named = some.stream().map(BillLine::priceId).distinct().toList();
        return new Reckoning(prices.find(named)).open(some);
    }
}
