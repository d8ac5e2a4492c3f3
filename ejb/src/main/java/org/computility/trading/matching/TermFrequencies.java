package org.computility.trading.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.trading.matching.MarketEntries.Frequency;

/**
 * In how many entries terms stand, as the database's statistics know. They are large and change seldom, so each server reads
 * them once a minute: every question would spend a fifth of its time on them.
 */
@ApplicationScoped
class TermFrequencies {

    private static final Duration FRESH = Duration.ofMinutes(1);

    @Inject
    MarketEntries entries;

    @Inject
    Clock clock;

    private volatile Known known;

    /** What was known until when. */
    private record Known(Map<String, Double> frequencies, long total, Instant until) {}

    /** Zero for a term that is too rare to be known, and for all terms of a table that was never analysed. */
    double of(String term) {
        return current().frequencies().getOrDefault(term, 0.0);
    }

    /** How many entries there are. */
    long total() {
        return current().total();
    }

    private Known current() {
        Known last = known;
        Instant now = clock.instant();
        if (last == null || !now.isBefore(last.until())) {
            last = new Known(
                    entries.frequencies().stream().collect(Collectors.toMap(Frequency::term, Frequency::entries)),
                    entries.estimatedTotal(),
                    now.plus(FRESH));
            known = last;
        }
        return last;
    }
}
