package org.computility.reporting.duplicates;

import java.time.Clock;
import org.computility.reporting.centers.CenterDirectoryForTests;
import org.computility.reporting.merges.MergesForTests;
import org.computility.reporting.reports.ReportsForTests;
import org.computility.trading.MarketForTests;

/** Finding and settling over a test database. */
final class DuplicatesForTests {

    final DuplicateFinder finder = new DuplicateFinder();
    final Duplicates duplicates = new Duplicates();
    final DuplicateSearch search = new DuplicateSearch();

    DuplicatesForTests(MarketForTests database) {
        finder.pairs = new CenterPairs_(database.sessions.current());
        finder.clock = Clock.systemUTC();
        duplicates.pairs = finder.pairs;
        duplicates.centers = CenterDirectoryForTests.over(database);
        duplicates.merges = MergesForTests.over(database);
        duplicates.points = ReportsForTests.points(database);
        duplicates.caller = database.caller;
        duplicates.clock = Clock.systemUTC();
        search.pairs = finder.pairs;
        search.finder = finder;
        search.duplicates = duplicates;
    }
}
