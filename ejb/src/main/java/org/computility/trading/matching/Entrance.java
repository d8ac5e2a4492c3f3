package org.computility.trading.matching;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.computility.trading.EnteredMarket;
import org.computility.trading.LeftMarket;

/** Keeps the entries of what stands in the market, in the transaction that publishes or revokes it. */
@Dependent
class Entrance {

    @Inject
    MarketEntries entries;

    @Inject
    Clock clock;

    void enter(@Observes EnteredMarket event) {
        entries.session().insert(MarketEntry.of(event, clock.instant()));
        entries.isNew(event.id());
    }

    void leave(@Observes LeftMarket event) {
        entries.leave(event.id());
    }
}
