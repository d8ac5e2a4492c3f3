package org.computility.trading.matching;

import java.time.Clock;
import org.computility.notifications.Inbox;
import org.computility.shared.FiredEvents;
import org.computility.trading.EnteredMarket;
import org.computility.trading.LeftMarket;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketForTests;

/** The doors over a test database. */
public final class MatchingForTests {

    /** As the data spaces of tests say it. */
    private static final MarketConfig CONFIG = new MarketConfig("SPACE", "CONTROLLED");

    private MatchingForTests() {}

    public static FiredEvents<EnteredMarket> entering(MarketForTests market) {
        Entrance entrance = entrance(market);
        return new FiredEvents<>() {
            @Override
            public void fire(EnteredMarket event) {
                super.fire(event);
                entrance.enter(event);
            }
        };
    }

    public static FiredEvents<LeftMarket> left(MarketForTests market) {
        Entrance entrance = entrance(market);
        return new FiredEvents<>() {
            @Override
            public void fire(LeftMarket event) {
                super.fire(event);
                entrance.leave(event);
            }
        };
    }

    public static Matches over(MarketForTests market) {
        Matches matches = new Matches();
        matches.entries = entries(market);
        matches.ranking = ranking(market);
        matches.caller = market.caller;
        matches.config = CONFIG;
        return matches;
    }

    static Announcements announcements(MarketForTests market, Inbox inbox) {
        Announcements announcements = new Announcements();
        announcements.entries = entries(market);
        announcements.ranking = ranking(market);
        announcements.inbox = inbox;
        announcements.config = CONFIG;
        return announcements;
    }

    /** What everybody sees. */
    public static ResourceCatalogue catalogue(MarketForTests market) {
        ResourceCatalogue catalogue = new ResourceCatalogue();
        catalogue.entries = entries(market);
        catalogue.caller = market.caller;
        catalogue.config = CONFIG;
        return catalogue;
    }

    static MarketEntries entries(MarketForTests market) {
        return new MarketEntries_(market.sessions.current());
    }

    private static Ranking ranking(MarketForTests market) {
        Ranking ranking = new Ranking();
        ranking.entries = entries(market);
        ranking.known = new TermFrequencies();
        ranking.known.entries = entries(market);
        ranking.known.clock = Clock.systemUTC();
        return ranking;
    }

    private static Entrance entrance(MarketForTests market) {
        Entrance entrance = new Entrance();
        entrance.entries = entries(market);
        entrance.clock = Clock.systemUTC();
        return entrance;
    }
}
