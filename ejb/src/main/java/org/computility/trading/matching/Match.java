package org.computility.trading.matching;

import java.util.Comparator;
import java.util.List;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketSide;
import org.computility.trading.matching.MarketEntries.Candidate;

/**
 * Something on the other side, and how well it fits.
 *
 * @param side where it stands
 * @param score 0 to 1: the share of what is asked for that it has, rare terms counting more
 */
record Match(MarketSide side, Candidate entry, double score, List<Reason> reasons) {

    /** The best first, of equals the newest. */
    static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparing(match -> match.entry().publishedAt(), Comparator.reverseOrder())
            .thenComparing(match -> match.entry().id());

    boolean sharesAKeyWord() {
        return reasons.stream().anyMatch(Reason::isKeyWord);
    }

    MatchView view(MarketConfig config) {
        return MatchView.of(this, config);
    }
}
