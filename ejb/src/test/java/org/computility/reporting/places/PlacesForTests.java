package org.computility.reporting.places;

import org.computility.trading.MarketForTests;

/** The directory over a test database. */
public final class PlacesForTests {

    private PlacesForTests() {}

    public static PlaceDirectory over(MarketForTests database) {
        PlaceDirectory directory = new PlaceDirectory();
        directory.places = new Places_(database.sessions.current());
        directory.caller = database.caller;
        return directory;
    }
}
