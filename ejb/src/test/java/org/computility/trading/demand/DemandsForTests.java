package org.computility.trading.demand;

import java.time.Clock;
import java.util.List;
import org.computility.trading.MarketForTests;
import org.computility.trading.matching.MatchingForTests;

/** The door over a test database. */
public final class DemandsForTests {

    private DemandsForTests() {}

    public static DemandRegistration over(MarketForTests market) {
        DemandRegistration registration = new DemandRegistration();
        registration.demands = new Demands_(market.sessions.current());
        registration.parties = market.parties();
        registration.caller = market.caller;
        registration.entering = MatchingForTests.entering(market);
        registration.left = MatchingForTests.left(market);
        registration.clock = Clock.systemUTC();
        return registration;
    }

    /** What that demander wants, in the market; its demandID. Afterwards the demander calls. */
    public static String published(MarketForTests market, String demander) {
        DemandRegistration registration = over(market);
        market.be(demander);
        String id = market.sessions.commit(() -> registration.register(of(demander)));
        market.sessions.commit(() -> registration.publish(demander, id));
        return id;
    }

    public static NewDemand of(String demander) {
        return new NewDemand(demander, List.of("水利"), List.of("motion"), null, "数据集", false);
    }
}
