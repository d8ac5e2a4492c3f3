package org.computility.trading.registration;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketForTests;

/** What a data space offers, over a test database. */
public final class ControlledForTests {

    private ControlledForTests() {}

    public static ControlledPublication over(MarketForTests market) {
        ControlledPublication publication = new ControlledPublication();
        publication.resources = new Offerings_(market.sessions.current());
        publication.caller = market.caller;
        publication.clock = Clock.systemUTC();
        publication.config = new MarketConfig("SPACE", "CONTROLLED");
        return publication;
    }

    /** Data of the one owner and the one number; free without a price. */
    public static NewControlledData of(String dataId, String price) {
        return new NewControlledData(
                "SPACE",
                dataId,
                "CONTROLLED",
                null,
                "https",
                1,
                null,
                List.of("motion"),
                price == null,
                price == null ? null : new BigDecimal(price));
    }
}
