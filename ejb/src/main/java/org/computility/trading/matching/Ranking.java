package org.computility.trading.matching;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.trading.MarketSide;
import org.computility.trading.matching.MarketEntries.Candidate;

/**
 * Finds what fits best among a million. Rare terms lead to all that have them. What is shared by thousands is looked for
 * together, and among the newest: a common term alone cannot tell a thousand equals apart anyhow.
 */
@Dependent
class Ranking {

    /** So many entries may the rare terms lead to, as far as the statistics know. */
    private static final int RARE = 2_000;

    private static final int MOST = 3_000;
    private static final int TOGETHER = 1_000;
    private static final int NEWEST = 2_000;

    @Inject
    MarketEntries entries;

    @Inject
    TermFrequencies known;

    /** The best matches on the other side, the best first. */
    List<Match> best(MarketEntry asking, int most) {
        List<String> terms = Terms.across(asking.terms(), asking.side().other());
        Map<String, Double> frequencies = frequencies(terms);
        Scale scale = scale(asking, frequencies);
        return candidates(asking, frequencies).stream()
                .map(scale::weigh)
                .flatMap(Optional::stream)
                .sorted(Match.BEST_FIRST)
                .limit(most)
                .toList();
    }

    private Map<String, Double> frequencies(List<String> terms) {
        Map<String, Double> frequencies = new LinkedHashMap<>();
        terms.forEach(term -> frequencies.put(term, known.of(term)));
        return frequencies;
    }

    private Scale scale(MarketEntry asking, Map<String, Double> frequencies) {
        long total = known.total();
        Map<String, Double> weights = new HashMap<>();
        frequencies.forEach((term, count) -> weights.put(term, Scale.weight(term, count, total)));
        return new Scale(asking, weights);
    }

    private Collection<Candidate> candidates(MarketEntry asking, Map<String, Double> frequencies) {
        List<String> rare = new ArrayList<>();
        List<String> common = new ArrayList<>();
        double led = 0;
        for (String term : rarestFirst(frequencies)) {
            led += frequencies.get(term);
            (led <= RARE ? rare : common).add(term);
        }
        String[] asked = frequencies.keySet().toArray(String[]::new);
        Map<UUID, Candidate> found = new LinkedHashMap<>();
        add(found, entries.sharing(asked, rare.toArray(String[]::new), asking.organisationId(), MOST));
        String[] telling = common.stream()
                .filter(term -> Terms.Kind.of(term) == Terms.Kind.KEY_WORD)
                .toArray(String[]::new);
        if (telling.length > 0) {
            add(found, entries.havingAll(asked, telling, asking.organisationId(), TOGETHER));
        }
        if (!common.isEmpty()) {
            MarketSide side = asking.side().other();
            String[] any = common.toArray(String[]::new);
            add(found, entries.newest(asked, side.name(), asking.typeKey(), any, asking.organisationId(), NEWEST));
        }
        return found.values();
    }

    private static List<String> rarestFirst(Map<String, Double> frequencies) {
        return frequencies.keySet().stream()
                .sorted(Comparator.comparing(frequencies::get))
                .toList();
    }

    private static void add(Map<UUID, Candidate> found, List<Candidate> more) {
        more.forEach(entry -> found.putIfAbsent(entry.id(), entry));
    }
}
