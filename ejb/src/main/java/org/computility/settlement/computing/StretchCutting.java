package org.computility.settlement.computing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.computility.settlement.prices.PriceView;
import org.computility.settlement.rating.BillPeriods;

/**
 * Cuts running time where its price or its month changes. A second costs what was valid when it began.
 *
 * @param prices all versions of the spec's price, the earliest first
 */
record StretchCutting(List<PriceView> prices, BillPeriods periods) {

    /** The seconds from {@code first} to before {@code end} of what started then, without a gap. */
    List<Stretch> cut(Instant start, long first, long end) {
        List<Stretch> stretches = new ArrayList<>();
        long begin = first;
        while (begin < end) {
            Instant at = start.plusSeconds(begin);
            long next = Math.min(end, secondsUntil(start, changeAfter(at)));
            stretches.add(new Stretch(begin, next - begin, at, periods.month(at), priceAt(at)));
            begin = next;
        }
        return stretches;
    }

    private Instant changeAfter(Instant at) {
        Stream<Instant> changes = prices.stream()
                .flatMap(price -> Stream.of(price.validFrom(), price.validTo()))
                .filter(Objects::nonNull);
        return Stream.concat(changes, Stream.of(periods.nextMonth(at)))
                .filter(change -> change.isAfter(at))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** The first second that begins at that time or later. */
    private static long secondsUntil(Instant start, Instant change) {
        Duration between = Duration.between(start, change);
        return between.getNano() == 0 ? between.getSeconds() : between.getSeconds() + 1;
    }

    private PriceView priceAt(Instant at) {
        return prices.stream()
                .filter(price -> !price.validFrom().isAfter(at)
                        && (price.validTo() == null || price.validTo().isAfter(at)))
                .findFirst()
                .orElse(null);
    }
}
