package org.computility.reporting.centers;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.computility.reporting.places.PlacesForTests;
import org.computility.reporting.projects.ProjectsForTests;
import org.computility.shared.FiredEvents;
import org.computility.trading.MarketForTests;

/** The registry over a test database. */
public final class ReportedCentersForTests {

    private ReportedCentersForTests() {}

    public static ReportedCenterRegistry over(MarketForTests database) {
        ReportedCenterRegistry registry = new ReportedCenterRegistry();
        registry.centers = new ReportedCenters_(database.sessions.current());
        registry.projects = ProjectsForTests.over(database);
        registry.places = PlacesForTests.over(database);
        registry.reported = new FiredEvents<>();
        registry.caller = database.caller;
        registry.clock = Clock.systemUTC();
        return registry;
    }

    public static NewReportedCenter named(String name) {
        return in("620000", "621000", name, List.of(), "107.643631");
    }

    static NewReportedCenter in(String province, String city, String name, List<Integer> projects, String longitude) {
        return new NewReportedCenter(
                name,
                "一期",
                projects,
                "9",
                new BigDecimal(longitude),
                new BigDecimal("35.7"),
                province,
                city,
                1,
                LocalDate.of(2025, 10, 29),
                "17");
    }
}
