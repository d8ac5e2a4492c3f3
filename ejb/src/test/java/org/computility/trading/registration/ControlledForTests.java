package org.computility.trading.registration;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketForTests;
import org.computility.trading.matching.MatchingForTests;

/** What a data space offers, over a test database. */
public final class ControlledForTests {

    private ControlledForTests() {}

    public static ControlledPublication over(MarketForTests market) {
        ControlledPublication publication = new ControlledPublication();
        publication.resources = new Offerings_(market.sessions.current());
        publication.caller = market.caller;
        publication.entering = MatchingForTests.entering(market);
        publication.clock = Clock.systemUTC();
        publication.config = new MarketConfig("SPACE", "CONTROLLED");
        return publication;
    }

    /** Data of the one owner and the one number; free without a price. */
    public static NewControlledData of(String dataId, String price) {
        return with(dataId, 1, price);
    }

    /** @param open table A.8's {@code isOpen}; null: not said */
    static NewControlledData with(String dataId, Integer open, String price) {
        return new NewControlledData(
                "SPACE",
                dataId,
                "CONTROLLED",
                null,
                "https",
                open,
                "gate 7",
                List.of("motion"),
                price == null,
                price == null ? null : new BigDecimal(price));
    }
}
