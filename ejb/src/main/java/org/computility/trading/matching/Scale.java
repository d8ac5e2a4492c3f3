package org.computility.trading.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computility.trading.MarketSide;
import org.computility.trading.matching.MarketEntries.Candidate;

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
    Optional<Match> weigh(Candidate other) {
        if (!asking.maySubscribe(other.subscribable())) {
            return Optional.empty();
        }
        Set<String> common = Set.of(other.shared());
        double score = common.stream().mapToDouble(weights::get).sum() / all;
        return score < LEAST
                ? Optional.empty()
                : Optional.of(new Match(asking.side().other(), other, score, reasons(common)));
    }

    private List<Reason> reasons(Set<String> common) {
        List<Reason> reasons = new ArrayList<>();
        MarketSide side = asking.side().other();
        int words = (int) common.stream()
                .filter(term -> Terms.Kind.of(term) == Terms.Kind.WORD)
                .count();
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
