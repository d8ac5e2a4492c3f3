package org.computility.trading.matching;

import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketSide;
import org.computility.trading.matching.MarketEntries.Candidate;

/**
 * What fits, and why.
 *
 * @param registrationId where a demand was asked for; else null
 * @param dataId of controlled data, which has one number for all; else null
 * @param demandId where a data resource was asked for; else null
 * @param party the user name of its owner or demander
 * @param score 0 to 1, with three places
 */
public record MatchView(
        @JsonbProperty("registrationID") String registrationId,
        @JsonbProperty("dataID") String dataId,
        @JsonbProperty("demandID") UUID demandId,
        String party,
        BigDecimal score,
        Instant publishedAt,
        List<Reason> reasons) {

    private static final int PLACES = 3;
    private static final ResourceNumber NONE = new ResourceNumber(null, null);

    static MatchView of(Match match, MarketConfig config) {
        Candidate entry = match.entry();
        boolean isDemand = match.side() == MarketSide.DEMAND;
        ResourceNumber resource = isDemand ? NONE : entry.number(config);
        return new MatchView(
                resource.registrationId(),
                resource.dataId(),
                isDemand ? entry.id() : null,
                entry.party(),
                BigDecimal.valueOf(match.score()).setScale(PLACES, RoundingMode.HALF_UP),
                entry.publishedAt(),
                match.reasons());
    }
}
