package org.computility.reporting.centers;

import org.computility.reporting.merges.MergesForTests;
import org.computility.trading.MarketForTests;

/** Centers for the platform itself, and as they are listed, over a test database. */
public final class CenterDirectoryForTests {

    private CenterDirectoryForTests() {}

    public static ReportedCenterDirectory over(MarketForTests database) {
        ReportedCenterDirectory directory = new ReportedCenterDirectory();
        directory.centers = new ReportedCenters_(database.sessions.current());
        return directory;
    }

    public static CenterListing listing(MarketForTests database) {
        CenterListing listing = new CenterListing();
        listing.registry = ReportedCentersForTests.over(database);
        listing.directory = over(database);
        listing.merges = MergesForTests.over(database);
        listing.caller = database.caller;
        return listing;
    }
}
