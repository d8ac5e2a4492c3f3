package org.computility.trading.matching;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.trading.MarketSide;
import org.computility.trading.matching.MarketEntries.Candidate;

/**
 * What fits, and why.
 *
 * @param registrationId where a demand was asked for; else null
 * @param demandId where a data resource was asked for; else null
 * @param party the user name of its owner or demander
 * @param score 0 to 1, with three places
 */
public record MatchView(
        @JsonbProperty("registrationID") UUID registrationId,
        @JsonbProperty("demandID") UUID demandId,
        String party,
        BigDecimal score,
        Instant publishedAt,
        List<Reason> reasons) {

    private static final int PLACES = 3;

    static MatchView of(Match match) {
        Candidate entry = match.entry();
        boolean resource = match.side() == MarketSide.RESOURCE;
        return new MatchView(
                resource ? entry.id() : null,
                resource ? null : entry.id(),
                entry.party(),
                BigDecimal.valueOf(match.score()).setScale(PLACES, RoundingMode.HALF_UP),
                entry.publishedAt(),
                match.reasons());
    }
}
