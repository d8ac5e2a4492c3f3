package org.computility.trading.matching;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketIds;
import org.computility.trading.MarketSide;

/** Asks for what fits (T/AI 123.12 clause 6.3 a). Nobody is shown what its own organisation offers or wants. */
@Stateless
public class Matches {

    /** Who looks further than this should ask for something else. */
    private static final int MOST = 1_000;

    private static final Member DEMAND_ID = new Member("demandId");
    private static final Member REGISTRATION_ID = new Member("registrationId");
    private static final Member DATA_ID = new Member("dataId");

    @Inject
    MarketEntries entries;

    @Inject
    Ranking ranking;

    @Inject
    CurrentCaller caller;

    MarketConfig config;

    @PostConstruct
    void configure() {
        config = MarketConfig.current();
    }

    /**
     * Published data resources that fit a published demand, the best first, at most 1,000.
     *
     * @throws NotFound {@code demand-unknown} when no published demand has that number
     */
    public Page<MatchView> ofDemand(String demandId, PageRequest page) {
        caller.require(Role.READERS);
        NotFound unknown =
                new NotFound("demand-unknown", DEMAND_ID, "{member} " + demandId + " names no published demand.");
        return matches(entry(demandId, unknown), MarketSide.DEMAND, unknown, page);
    }

    /**
     * Published demands that fit a published data resource, the best first, at most 1,000.
     *
     * @param dataId tells controlled data apart, which has one number for all; of other data it is not looked at
     * @throws NotFound {@code resource-unknown} when no published data resource has that number
     * @throws Rejected {@code member-missing} for the number of all controlled data alone
     */
    public Page<MatchView> ofResource(String registrationId, String dataId, PageRequest page) {
        caller.require(Role.READERS);
        NotFound unknown = new NotFound(
                "resource-unknown",
                REGISTRATION_ID,
                "{member} " + registrationId + " names no data resource in the market's lists.");
        Optional<MarketEntry> asking =
                config.isControlled(registrationId) ? controlled(dataId) : entry(registrationId, unknown);
        return matches(asking, MarketSide.RESOURCE, unknown, page);
    }

    private Optional<MarketEntry> entry(String id, NotFound unknown) {
        return entries.find(MarketIds.read(id, () -> unknown));
    }

    private Optional<MarketEntry> controlled(String dataId) {
        if (dataId == null) {
            throw new Rejected(
                    "member-missing", DATA_ID, "{member} is missing: all controlled data has one registrationID.");
        }
        return entries.controlled(dataId);
    }

    private Page<MatchView> matches(Optional<MarketEntry> known, MarketSide side, NotFound unknown, PageRequest page) {
        MarketEntry asking = known.filter(entry -> entry.side() == side).orElseThrow(() -> unknown);
        List<Match> all = ranking.best(asking, MOST);
        List<MatchView> shown = all.stream()
                .skip(page.offset())
                .limit(page.size())
                .map(match -> match.view(config))
                .toList();
        return new Page<>(shown, all.size(), page);
    }
}
