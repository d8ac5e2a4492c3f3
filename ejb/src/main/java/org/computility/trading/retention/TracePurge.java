package org.computility.trading.retention;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** Forgets old calls and uses; each method at most ten thousand, in one transaction, and false when none are left. */
@Stateless
public class TracePurge {

    private static final int AT_ONCE = 10_000;

    @Inject
    MarketTraces traces;

    @Inject
    Clock clock;

    RetentionConfig config;

    @PostConstruct
    void configure() {
        config = RetentionConfig.current();
    }

    public boolean purgeSomeCalls() {
        return traces.purgeCalls(clock.instant().minus(config.calls()), AT_ONCE) == AT_ONCE;
    }

    public boolean purgeSomeUses() {
        return traces.purgeUses(clock.instant().minus(config.uses()), AT_ONCE) == AT_ONCE;
    }
}
