package org.computility.reporting.reports;

import java.time.Clock;
import org.computility.reporting.centers.CenterDirectoryForTests;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.reporting.merges.MergesForTests;
import org.computility.reporting.plausibility.PlausibilityForTests;
import org.computility.trading.MarketForTests;

/** Reports over a test database. */
public final class ReportsForTests {

    public final MonthReporting reporting = new MonthReporting();
    public final KnownMonths months = new KnownMonths();
    public final NewsOfReports news = new NewsOfReports();

    public ReportsForTests(MarketForTests database, Clock clock) {
        ReportedCenterRegistry centers = ReportedCentersForTests.over(database);
        reporting.states = new ReportStates_(database.sessions.current());
        reporting.closedMonths = new ClosedMonths_(database.sessions.current());
        reporting.centers = centers;
        reporting.plausibility = PlausibilityForTests.over(database);
        reporting.caller = database.caller;
        reporting.clock = clock;
        months.states = reporting.states;
        months.centers = centers;
        reporting.merges = MergesForTests.over(database);
        months.merges = reporting.merges;
        months.caller = database.caller;
        news.states = reporting.states;
        news.caller = database.caller;
    }

    /** Points of knowledge for other deeds. */
    public static KnowledgePoints points(MarketForTests database) {
        KnowledgePoints points = new KnowledgePoints();
        points.states = new ReportStates_(database.sessions.current());
        return points;
    }

    /** What is accepted and counts. */
    public static AcceptedReports accepted(MarketForTests database) {
        AcceptedReports accepted = new AcceptedReports();
        accepted.states = new ReportStates_(database.sessions.current());
        accepted.centers = CenterDirectoryForTests.over(database);
        accepted.merges = MergesForTests.over(database);
        return accepted;
    }
}
