package org.computility.energy.hours;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.computility.energy.readings.Reading;

/**
 * What one meter counted, by its readings. What it counted up to an instant is one whole number that never falls; what it counted in a
 * period is the difference of two. So the hours of a period add up to the period exactly, and none is negative.
 */
final class Counter {

    /** Between readings that are further apart, hours are estimated. */
    static final Duration LONGEST = Duration.ofHours(1);

    private final List<Instant> instants;
    private final long[] counted;
    private final List<Integer> gaps;
    private final List<Integer> unknown;

    /**
     * @param modulus where it begins at zero again; null: it never does by itself
     * @param inOrder of instants, each once
     */
    Counter(Long modulus, List<Reading> inOrder) {
        instants = inOrder.stream().map(Reading::at).toList();
        counted = new long[inOrder.size()];
        for (int i = 1; i < counted.length; i++) {
            counted[i] = Math.addExact(
                    counted[i - 1],
                    added(modulus, inOrder.get(i - 1).amount(), inOrder.get(i).amount()));
        }
        gaps = IntStream.range(1, counted.length)
                .filter(i ->
                        Duration.between(instants.get(i - 1), instants.get(i)).compareTo(LONGEST) > 0)
                .boxed()
                .toList();
        unknown = IntStream.range(1, counted.length)
                .filter(i -> inOrder.get(i).behindGap())
                .boxed()
                .toList();
    }

    /**
     * What came to it between two readings. A meter that shows less than before has begun at zero: by its modulus, where the way over it is
     * shorter than half of it, else because somebody reset it.
     */
    static long added(Long modulus, long before, long after) {
        if (after >= before) {
            return after - before;
        }
        if (modulus != null) {
            long over = modulus - before + after;
            return over < modulus / 2 ? over : after;
        }
        return after;
    }

    /** What it counted in that period, as far as its readings tell. */
    Consumed between(Instant from, Instant to) {
        long amount = upTo(to) - upTo(from);
        boolean whole = beginsAt(from) && !last().isBefore(to) && isKnown(from, to);
        return new Consumed(from, to, amount, whole, anyWithin(gaps, from, to));
    }

    /** Whether nothing that it counted between two readings of that period is unknown. */
    boolean isKnown(Instant from, Instant to) {
        return !anyWithin(unknown, from, to);
    }

    /** Whether the time before one of those readings, since the one before it, reaches into the period. */
    private boolean anyWithin(List<Integer> readings, Instant from, Instant to) {
        return readings.stream()
                .anyMatch(
                        i -> instants.get(i - 1).isBefore(to) && instants.get(i).isAfter(from));
    }

    /** Whether it was read at or before that instant. */
    boolean beginsAt(Instant from) {
        return !instants.isEmpty() && !instants.get(0).isAfter(from);
    }

    /** Whether it was read before that instant. */
    boolean beginsBefore(Instant to) {
        return !instants.isEmpty() && instants.get(0).isBefore(to);
    }

    /** The same for each hour of the clock; the first and the last end where the period does. */
    List<Consumed> hours(Instant from, Instant to) {
        List<Consumed> hours = new ArrayList<>();
        for (Instant begin = from; begin.isBefore(to); begin = endOfHour(begin, to)) {
            hours.add(between(begin, endOfHour(begin, to)));
        }
        return hours;
    }

    static Instant endOfHour(Instant begin, Instant most) {
        Instant end = begin.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return end.isBefore(most) ? end : most;
    }

    private long upTo(Instant moment) {
        if (instants.isEmpty() || !moment.isAfter(instants.get(0))) {
            return 0;
        }
        if (!moment.isBefore(last())) {
            return counted[counted.length - 1];
        }
        int found = Collections.binarySearch(instants, moment);
        if (found >= 0) {
            return counted[found];
        }
        int behind = -found - 1;
        Instant begin = instants.get(behind - 1);
        return counted[behind - 1]
                + part(
                        counted[behind] - counted[behind - 1],
                        ChronoUnit.MICROS.between(begin, moment),
                        ChronoUnit.MICROS.between(begin, instants.get(behind)));
    }

    private Instant last() {
        return instants.get(instants.size() - 1);
    }

    // The product does not fit into a long.
    private static long part(long amount, long elapsed, long duration) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(elapsed))
                .divide(BigInteger.valueOf(duration))
                .longValueExact();
    }
}
