package org.computility.settlement.rating;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.settlement.Money;
import org.computility.settlement.ledger.AccountKey;
import org.computility.settlement.prices.PriceLists;
import org.computility.settlement.prices.PriceView;

/**
 * Rates usage. Who rates has locked the orders; what is rated, charged and closed is committed together, so that it may be
 * repeated at any time.
 */
@Stateless
public class Rating {

    private static final long MOST_UNRATED = 500;

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

    /** Whether an order has so much usage that is not rated that each look at what it owes takes long. */
    public boolean isBehind(UUID order) {
        return charges.unrated(order, MOST_UNRATED + 1) > MOST_UNRATED;
    }

    /** The lines of a bill; of one that is open, as they would be if its order were rated now. */
    public List<BillLine> lines(UUID order, String period, boolean closed) {
        if (closed) {
            return lines.of(order, period);
        }
        List<BillLine> all = lines.asIfRated(order);
        Stream<BillLine> terms = all.stream().filter(line -> !line.isUsage());
        return Stream.concat(terms, reckoned(all).stream())
                .filter(line -> line.billedIn().equals(period))
                .toList();
    }

    /**
     * What an organisation owes (what it has been charged for and not paid, and what it has used since) beyond what its prepaid
     * balance holds; below zero: what is left. All of one moment: a settlement between two looks would count twice, or not at all.
     */
    public Money missing(UUID payer, String currency) {
        List<BillLine> all =
                lines.owed(payer, currency, AccountKey.prepaid(payer).id(currency));
        Stream<BillLine> others = all.stream().filter(line -> !line.isUsage() && !line.closed());
        BigDecimal missing = Stream.concat(others, reckoned(all).stream())
                .map(BillLine::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.rounded(missing, currency);
    }

    /** How many units an order has used ever, and at that time. */
    public Used used(UUID order, Instant at) {
        return charges.used(order, periods.month(at), periods.day(at));
    }

    /** What lines cost; those of one bill, month and price are one. */
    private List<BillLine> reckoned(Collection<BillLine> some) {
        Map<BillLine.Key, BillLine> usage = new LinkedHashMap<>();
        some.stream().filter(BillLine::isUsage).forEach(line -> usage.merge(line.key(), line, BillLine::plus));
        List<UUID> named =
                usage.values().stream().map(BillLine::priceId).distinct().toList();
        return named.isEmpty() ? List.of() : new Reckoning(prices.find(named)).open(usage.values());
    }
}
