package org.computility.reporting.projects;

import static org.computility.shared.JsonSupport.JSON;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.computility.reporting.figures.FigureGroup;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.places.PlacesForTests;
import org.computility.trading.MarketForTests;

/** The registry over a test database. */
public final class ProjectsForTests {

    private ProjectsForTests() {}

    public static ProjectRegistry over(MarketForTests database) {
        ProjectRegistry registry = new ProjectRegistry();
        registry.projects = new Projects_(database.sessions.current());
        registry.places = PlacesForTests.over(database);
        registry.caller = database.caller;
        registry.clock = Clock.systemUTC();
        return registry;
    }

    public static NewProject named(String name) {
        return new NewProject(name, "620000", "9", "17", investment(42));
    }

    static Figures investment(int total) {
        return Figures.read(
                JSON.createObjectBuilder().add("totalInvestment", total).build(),
                List.of(FigureGroup.INVESTMENT),
                Set.of());
    }
}
