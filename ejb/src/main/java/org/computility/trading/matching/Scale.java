package org.computility.trading.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computility.trading.MarketSide;

/** Weighs what fits one entry: each shared term by its kind, and the more, the rarer it is. */
final class Scale {

    /** What shares less says nothing. */
    private static final double LEAST = 0.05;

    private final MarketEntry asking;
    private final Map<String, Double> weights;
    private final double all;

    /** @param weights of the terms that the asking entry looks for */
    Scale(MarketEntry asking, Map<String, Double> weights) {
        this.asking = asking;
        this.weights = weights;
        all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** What a term weighs that stands in so many of all entries. */
    static double weight(String term, double entries, long total) {
        return Terms.Kind.of(term).weight() * Math.log(1 + (1 + total) / (1 + entries));
    }

    /** Empty where it does not fit. */
    Optional<Match> weigh(MarketEntry other) {
        if (!other.typeKey().equals(asking.typeKey()) || !asking.maySubscribe(other)) {
            return Optional.empty();
        }
        double shared = 0;
        int words = 0;
        Set<String> common = new HashSet<>();
        for (String term : other.terms()) {
            Double weight = weights.get(term);
            if (weight != null) {
                shared += weight;
                common.add(term);
                words += Terms.Kind.of(term) == Terms.Kind.WORD ? 1 : 0;
            }
        }
        double score = shared / all;
        return score < LEAST
                ? Optional.empty()
                : Optional.of(new Match(other, score, reasons(other.side(), common, words)));
    }

    private List<Reason> reasons(MarketSide side, Set<String> common, int words) {
        List<Reason> reasons = new ArrayList<>();
        asking.keyWords().stream()
                .filter(word -> common.contains(Terms.keyWord(side, asking.typeKey(), word)))
                .map(Reason::keyWord)
                .forEach(reasons::add);
        asking.categories().stream()
                .filter(category -> common.contains(Terms.category(side, asking.typeKey(), category)))
                .map(Reason::category)
                .forEach(reasons::add);
        if (words > 0) {
            reasons.add(Reason.words(words));
        }
        reasons.add(Reason.type(asking.typeKey()));
        return reasons;
    }
}
