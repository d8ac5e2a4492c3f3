package org.computility.compute.console;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.compute.monitoring.Card;
import org.computility.compute.monitoring.Machine;

/** Figures as a person reads them. What a node does not tell is an empty text. */
final class Figures {

    private Figures() {}

    /** A share from 0 to 1 as a whole number of per cent, without the sign: what a bar is given. */
    static String percent(OptionalDouble share) {
        return share.isPresent() ? Long.toString(Math.round(share.getAsDouble() * 100)) : "";
    }

    /** The same with the sign. */
    static String percentWithSign(OptionalDouble share) {
        return share.isPresent() ? percent(share) + "%" : "";
    }

    static OptionalDouble share(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static OptionalDouble share(Double used, Double all) {
        return used == null || all == null || all <= 0 ? OptionalDouble.empty() : OptionalDouble.of(used / all);
    }

    /** The mean over the things that tell a figure. */
    static <T> OptionalDouble mean(Stream<T> things, Function<T, OptionalDouble> figure) {
        return things.map(figure).flatMapToDouble(OptionalDouble::stream).average();
    }

    /** {@code 5 / 16 GiB}, {@code 45.3 / 128 GiB}. */
    static String ofGibibytes(Double used, Double all) {
        if (all == null) {
            return "";
        }
        return (used == null ? "" : gibibytes(used) + " / ") + gibibytes(all) + " GiB";
    }

    /** {@code 2 × NVIDIA-T4}, one kind after the other. */
    static String kinds(Stream<Card> cards) {
        Map<String, Long> counted = cards.collect(Collectors.groupingBy(
                card -> card.type() == null ? "?" : card.type(), TreeMap::new, Collectors.counting()));
        return counted.entrySet().stream()
                .map(kind -> kind.getValue() == 1 ? kind.getKey() : kind.getValue() + " × " + kind.getKey())
                .collect(Collectors.joining(", "));
    }

    static Stream<Card> cards(Stream<Machine> machines) {
        return machines.flatMap(machine -> machine.cards().stream());
    }

    private static String gibibytes(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%.0f", number)
                : String.format(Locale.ROOT, "%.1f", number);
    }
}
