package org.computility.trading.licences;

import java.nio.file.Path;
import java.time.Clock;
import org.computility.datasets.catalogue.DataSetsForTests;
import org.computility.shared.keys.KeyRingForTests;
import org.computility.trading.MarketConfig;
import org.computility.trading.MarketForTests;

/** The doors over a test database. */
public final class LicencesForTests {

    public final LicensorKeys keys = new LicensorKeys();
    public final LicenceIssue issue = new LicenceIssue();
    public final LicenceCheck check = new LicenceCheck();
    public final LicenceRenewal renewal = new LicenceRenewal();

    public LicencesForTests(MarketForTests market, Path folder) {
        keys.keys = KeyRingForTests.over(market.sessions.current(), folder);
        issue.licences = new Licences_(market.sessions.current());
        issue.keys = keys;
        check.licences = issue.licences;
        check.keys = keys;
        renewal.issue = issue;
        renewal.contents = DataSetsForTests.over(market.sessions, market.caller);
        renewal.keys = keys;
        renewal.parties = market.parties();
        renewal.caller = market.caller;
        renewal.config = new MarketConfig("SPACE", "CONTROLLED");
        at(Clock.systemUTC());
    }

    /** What time it is for licences. */
    public void at(Clock clock) {
        issue.clock = clock;
        check.clock = clock;
    }
}
