package org.computility.trading.matching;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.trading.MarketIds;
import org.computility.trading.MarketSide;

/** Asks for what fits (T/AI 123.12 clause 6.3 a). Nobody is shown what its own organisation offers or wants. */
@Stateless
public class Matches {

    /** Who looks further than this should ask for something else. */
    private static final int MOST = 1_000;

    private static final Member DEMAND_ID = new Member("demandId");
    private static final Member REGISTRATION_ID = new Member("registrationId");

    @Inject
    MarketEntries entries;

    @Inject
    Ranking ranking;

    @Inject
    CurrentCaller caller;

    /**
     * Published data resources that fit a published demand, the best first, at most 1,000.
     *
     * @throws NotFound {@code demand-unknown} when no published demand has that number
     */
    public Page<MatchView> ofDemand(String demandId, PageRequest page) {
        return matches(
                MarketSide.DEMAND,
                demandId,
                new NotFound("demand-unknown", DEMAND_ID, "{member} " + demandId + " names no published demand."),
                page);
    }

    /**
     * Published demands that fit a published data resource, the best first, at most 1,000.
     *
     * @throws NotFound {@code resource-unknown} when no published data resource has that number
     */
    public Page<MatchView> ofResource(String registrationId, PageRequest page) {
        return matches(
                MarketSide.RESOURCE,
                registrationId,
                new NotFound(
                        "resource-unknown",
                        REGISTRATION_ID,
                        "{member} " + registrationId + " names no published data resource."),
                page);
    }

    private Page<MatchView> matches(MarketSide side, String id, NotFound unknown, PageRequest page) {
        caller.require(Role.READERS);
        MarketEntry asking = entries.find(MarketIds.read(id, () -> unknown))
                .filter(entry -> entry.side() == side)
                .orElseThrow(() -> unknown);
        List<Match> all = ranking.best(asking, MOST);
        List<MatchView> shown = all.stream()
                .skip(page.offset())
                .limit(page.size())
                .map(Match::view)
                .toList();
        return new Page<>(shown, all.size(), page);
    }
}
