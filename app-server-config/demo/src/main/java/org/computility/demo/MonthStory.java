package org.computility.demo;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.computility.client.BatchRuns;
import org.computility.client.ComputilityClient;
import org.computility.client.monitoring.MonthReports.State;
import org.computility.client.monitoring.OperationalData;
import org.computility.client.monitoring.ReportedCenters;
import org.computility.demo.loop.TrainingCenter;
import org.computility.demo.stage.BatchJob;
import org.computility.demo.stage.Screen;

/** The center that trained is reported: what it consists of, what it does, and what it did this month as far as it has come. */
final class MonthStory {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal(10_000);

    private final ComputilityClient administrator;
    private final Screen screen;

    MonthStory(ComputilityClient administrator, Screen screen) {
        this.administrator = administrator;
        this.screen = screen;
    }

    /** Whether the report has the one job that was trained, and what it cost. */
    boolean report(BigDecimal cost) {
        screen.step("The month report of the center that trained");
        ReportedCenters centers = administrator.reportedCenters();
        int center = centers.create(new ReportedCenters.Center(
                null,
                "This machine",
                null,
                "",
                null,
                new BigDecimal("107.643631"),
                new BigDecimal("35.709077"),
                "620000",
                "621000",
                1,
                null,
                null));
        centers.consistsOf(center, new ReportedCenters.Sources(List.of(TrainingCenter.ID), List.of()));
        tell(administrator.operationalData().of(center));
        close();
        State state = administrator
                .monthReports()
                .list(center, null, null, 1, 1)
                .items()
                .get(0);
        screen.note("month " + state.reportMonth() + ", " + state.deed() + " by " + state.doneBy() + ": "
                + state.status() + (state.reasons().isEmpty() ? ", as it breaks no rule" : " " + state.reasons()));
        JsonObject application = state.figures().getJsonObject("application");
        screen.note("  application: " + application);
        screen.note("  supply: " + state.figures().getJsonObject("supply"));
        boolean right = state.status().equals("ACCEPTED")
                && application.getInt("jobCount", 0) == 1
                && application.getInt("userCount", 0) == 1
                && application.getJsonNumber("revenue") != null
                && application
                                .getJsonNumber("revenue")
                                .bigDecimalValue()
                                .multiply(TEN_THOUSAND)
                                .compareTo(cost)
                        == 0;
        screen.note(
                right ? "One job, and what it cost: as it was." : "NOT as it was: one job that cost " + cost + " CNY.");
        return right;
    }

    private void tell(OperationalData.Data now) {
        screen.note(String.format(
                Locale.ROOT,
                "now: %s of %s cores are free, %d jobs run; told %d s ago",
                now.scale().schedulable().cores(),
                now.scale().total().cores(),
                now.load().jobsRunning(),
                now.age()));
    }

    private void close() {
        BatchRuns.Run ended = BatchJob.run(administrator, "close-month", Map.of("monthsBack", "0"));
        screen.note("job close-month: " + ended.status() + " " + ended.progressFacts());
    }
}
