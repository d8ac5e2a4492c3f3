package org.computility.settlement.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.settlement.Money;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.PriceView;

/**
 * What lines cost. The units of a month are counted through, whatever the bill that they stand in: first those of the
 * earliest price, then those of the next. What a month costs at one price is rounded once; a line costs what that is more
 * than what earlier bills have of it. So it does not matter how often, and when, usage is rated.
 */
final class Reckoning {

    private final Map<UUID, PriceView> prices;

    /** @param prices all that the lines name, the earliest first */
    Reckoning(Collection<PriceView> prices) {
        this.prices = prices.stream()
                .collect(Collectors.toMap(PriceView::id, price -> price, (one, same) -> one, LinkedHashMap::new));
    }

    /**
     * The lines of open bills with what they cost, and those that are missing, because usage of an earlier price came late
     * and moves what follows.
     *
     * @param lines all lines of the months that they are of
     */
    List<BillLine> open(Collection<BillLine> lines) {
        return lines.stream()
                .filter(BillLine::isUsage)
                .collect(Collectors.groupingBy(BillLine::month))
                .values()
                .stream()
                .flatMap(month -> month(month).stream())
                .toList();
    }

    /** How many units the lines have together. */
    static long quantity(Collection<BillLine> lines) {
        return lines.stream()
                .filter(BillLine::isUsage)
                .mapToLong(BillLine::quantity)
                .sum();
    }

    private List<BillLine> month(List<BillLine> lines) {
        TreeMap<String, List<BillLine>> bills =
                lines.stream().collect(Collectors.groupingBy(BillLine::billedIn, TreeMap::new, Collectors.toList()));
        Map<UUID, Long> quantities = new HashMap<>();
        Map<UUID, BigDecimal> before = new HashMap<>();
        List<BillLine> open = new ArrayList<>();
        for (List<BillLine> bill : bills.values()) {
            bill.forEach(line -> quantities.merge(line.priceId(), line.quantity(), Long::sum));
            List<BillLine> reckoned = bill.get(0).closed() ? bill : bill(bill, quantities, before);
            reckoned.forEach(line -> before.merge(line.priceId(), line.amount(), BigDecimal::add));
            reckoned.stream().filter(line -> !line.closed()).forEach(open::add);
        }
        return open;
    }

    private List<BillLine> bill(List<BillLine> lines, Map<UUID, Long> quantities, Map<UUID, BigDecimal> before) {
        Map<UUID, BillLine> byPrice =
                lines.stream().collect(Collectors.toMap(BillLine::priceId, line -> line, BillLine::plus));
        List<BillLine> reckoned = new ArrayList<>();
        long counted = 0;
        for (PriceView price : prices.values()) {
            long quantity = quantities.getOrDefault(price.id(), 0L);
            BigDecimal whole = cost(price, counted, quantity);
            BigDecimal amount = whole.subtract(before.getOrDefault(price.id(), BigDecimal.ZERO));
            counted += quantity;
            BillLine line = byPrice.get(price.id());
            if (line != null || amount.signum() != 0) {
                reckoned.add((line == null ? lines.get(0).empty(price.id()) : line).costing(amount));
            }
        }
        return reckoned;
    }

    private static BigDecimal cost(PriceView price, long before, long quantity) {
        // A term is paid at its opening, whatever is used.
        BigDecimal cost = price.tariff().billing() == BillingType.FIXED_TERM
                ? BigDecimal.ZERO
                : price.tariff().cost(before, quantity);
        return Money.rounded(cost, price.currency()).amount();
    }
}
