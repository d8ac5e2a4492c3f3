package org.computility.trading.registration;

import java.net.URI;
import java.time.Clock;
import org.computility.datasets.catalogue.DataSetsForTests;
import org.computility.shared.FiredEvents;
import org.computility.shared.Member;
import org.computility.shared.outbound.OutboundGuard;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketForTests;
import org.computility.trading.keys.MarketKeysForTests;
import org.computility.trading.matching.MatchingForTests;

/** The door over a test database. */
public final class RegistrationForTests {

    private RegistrationForTests() {}

    public static ResourceRegistration over(MarketForTests market, FiredEvents<ResourceLeaving> leaving) {
        ResourceRegistration registration = new ResourceRegistration();
        registration.resources = new Offerings_(market.sessions.current());
        registration.parties = market.parties();
        registration.caller = market.caller;
        registration.guard = new OutboundGuard() {
            @Override
            public URI check(Member member, String url) {
                return URI.create(url);
            }
        };
        registration.keys = MarketKeysForTests.over(market);
        registration.contents = DataSetsForTests.over(market.sessions, market.caller);
        registration.config = new MarketConfig("SPACE", "CONTROLLED");
        registration.leaving = leaving;
        registration.entering = MatchingForTests.entering(market);
        registration.left = MatchingForTests.left(market);
        registration.clock = Clock.systemUTC();
        return registration;
    }

    /** Registers data of the caller's and deposits its key; the registrationID. */
    public static String register(
            MarketForTests market, ResourceRegistration registration, String owner, String dataId) {
        String id = market.sessions.commit(() -> registration.register(SampleData.of(owner, dataId)));
        market.sessions.commit(() -> registration.deposit(id, MarketKeysForTests.pem(SampleData.PAIR)));
        return id;
    }
}
