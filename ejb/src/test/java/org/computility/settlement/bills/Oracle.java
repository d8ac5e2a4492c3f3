package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.computility.settlement.prices.Tariff;
import org.computility.settlement.prices.Tier;
import org.computility.settlement.prices.UsageUnit;

/**
 * Reckons the bills of one order otherwise than the platform: it keeps every event, goes through the units of a month one by
 * one, and does so anew for each bill.
 */
final class Oracle {

    /** A price and when it begins. */
    record Price(Instant from, Tariff tariff) {}

    private record Event(Instant at, Instant received, long calls, long tokens) {}

    private final List<Price> prices;
    private final List<Event> events = new ArrayList<>();

    Oracle(List<Price> prices) {
        this.prices = prices;
    }

    void used(Instant at, Instant received, long calls, long tokens) {
        events.add(new Event(at, received, calls, tokens));
    }

    /** What each bill comes to, by its month. */
    Map<String, BigDecimal> bills() {
        Map<String, BigDecimal> bills = new TreeMap<>();
        BigDecimal before = BigDecimal.ZERO;
        List<YearMonth> months =
                events.stream().map(Oracle::billed).distinct().sorted().toList();
        for (YearMonth month : months) {
            BigDecimal upTo = cost(events.stream()
                    .filter(event -> !billed(event).isAfter(month))
                    .toList());
            bills.put(month.toString(), upTo.subtract(before).setScale(2, RoundingMode.UNNECESSARY));
            before = upTo;
        }
        return bills;
    }

    private BigDecimal cost(List<Event> some) {
        return some.stream().collect(Collectors.groupingBy(event -> month(event.at()))).values().stream()
                .map(this::month)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal month(List<Event> some) {
        List<Event> sorted = new ArrayList<>(some);
        sorted.sort(Comparator.comparing(Event::at));
        Map<Price, BigDecimal> costs = new HashMap<>();
        Set<LocalDate> days = new HashSet<>();
        long unit = 0;
        for (Event event : sorted) {
            Price price = price(event.at());
            long units = units(price.tariff().unit(), event, days);
            for (long i = 0; i < units; i++) {
                unit++;
                costs.merge(price, unitCosts(price.tariff(), unit), BigDecimal::add);
            }
        }
        return costs.values().stream()
                .map(cost -> cost.setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long units(UsageUnit unit, Event event, Set<LocalDate> days) {
        return switch (unit) {
            case CALL, SECOND -> event.calls();
            case TOKEN -> event.tokens();
            case DAY -> days.add(event.at().atZone(Shop.ZONE).toLocalDate()) ? 1 : 0;
        };
    }

    private static BigDecimal unitCosts(Tariff tariff, long unit) {
        long paid = unit - tariff.freeQuota();
        if (paid <= 0) {
            return BigDecimal.ZERO;
        }
        for (Tier tier : tariff.tiers()) {
            if (tier.upTo() == null || paid <= tier.upTo()) {
                return tier.unitPrice();
            }
        }
        throw new AssertionError("the last tier has no end: " + tariff);
    }

    private Price price(Instant at) {
        return prices.stream()
                .filter(price -> !price.from().isAfter(at))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    /** In time until a day after the month's end. */
    private static YearMonth billed(Event event) {
        YearMonth own = month(event.at());
        YearMonth open = month(event.received().minus(Duration.ofDays(1)));
        return own.isAfter(open) ? own : open;
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(Shop.ZONE));
    }
}
