package org.computility.federation.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.reporting.MonthFigures.pue;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.reporting.merges.MergedCenters;
import org.computility.reporting.merges.MergesForTests;
import org.computility.reporting.reports.AcceptedReports;
import org.computility.reporting.reports.NewMonthReport;
import org.computility.reporting.reports.ReportStateView;
import org.computility.reporting.reports.ReportsForTests;
import org.computility.shared.NoSettings;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run of {@code push-reports} finds to tell where centers are merged and parted. */
class MergedPushesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final int MANY = 100;

    private final ReportingForTests room = new ReportingForTests();
    private final Pushes pushes = new Pushes_(room.database.sessions.current());
    private final MergedCenters merges = MergesForTests.over(room.database);
    private final AcceptedReports accepted = ReportsForTests.accepted(room.database);
    private ReportsForTests reports;
    private int upper;
    private int first;
    private int second;

    @BeforeEach
    void assemble() {
        NoSettings.use();
        reports = new ReportsForTests(room.database, new HandClock());
        room.database.run(
                "insert into upper_platform (version, url, username, sealed_password, in_use, set_by, set_at) "
                        + "values (0, 'http://above', 'gansu', '', true, 'admin', now())");
        upper = 1;
        first = center("reporter", "庆阳甲");
        second = center("stranger", "庆阳乙");
    }

    @Test
    void eachMonthIsToldOnceAsTheCenterThatItCountsFor() {
        report("reporter", first, OCTOBER);
        report("stranger", second, OCTOBER);
        report("stranger", second, OCTOBER.minusMonths(1));
        merge();

        assertThat(run()).containsExactly(first + " as " + first + " 2026-10", second + " as " + first + " 2026-09");
        assertThat(run()).isEmpty();
    }

    @Test
    void whatWasToldBeforeTheMergeIsToldAnewWhereItCountsForAnotherNow() {
        report("reporter", first, OCTOBER);
        report("stranger", second, OCTOBER);
        report("stranger", second, OCTOBER.minusMonths(1));
        assertThat(run()).hasSize(3);
        merge();

        assertThat(run()).containsExactly(second + " as " + first + " 2026-09");
        assertThat(run()).isEmpty();
        part();
        assertThat(run()).containsExactly(second + " as " + second + " 2026-09");
        assertThat(run()).isEmpty();
    }

    @Test
    void whatWasPassedByIsToldOnceTheyAreParted() {
        report("stranger", second, OCTOBER);
        report("reporter", first, OCTOBER);
        merge();
        assertThat(run()).containsExactly(first + " as " + first + " 2026-10");
        part();

        assertThat(run()).containsExactly(second + " as " + second + " 2026-10");
        assertThat(run()).isEmpty();
    }

    /** As the batchlet goes: what is new, then what was left. */
    private List<String> run() {
        List<String> told = new ArrayList<>();
        accepted.behind(pushes.toldUpTo(upper), MANY).forEach(state -> told.add(tell(state)));
        pushes.left(upper, 0, MANY).forEach(point -> accepted.on(point).ifPresent(state -> told.add(tell(state))));
        return told;
    }

    private String tell(ReportStateView state) {
        int as = accepted.center(state.centerId()).id();
        PushRecords records = new PushRecords();
        records.pushes = pushes;
        records.clock = new HandClock();
        done(() -> {
            records.keepReport(upper, state, as, PushOutcome.ACCEPTED, List.of(), 1L);
            return null;
        });
        return state.centerId() + " as " + as + " " + state.month();
    }

    private void merge() {
        done(() -> {
            merges.merge(second, first, ReportsForTests.points(room.database).next(), "admin", Instant.EPOCH);
            return null;
        });
    }

    private void part() {
        done(() -> {
            merges.undo(second, ReportsForTests.points(room.database).next(), "admin", Instant.EPOCH);
            return null;
        });
    }

    private int center(String reporter, String name) {
        room.database.be(reporter);
        return done(() -> ReportedCentersForTests.over(room.database).create(ReportedCentersForTests.named(name)));
    }

    private void report(String reporter, int center, YearMonth month) {
        room.database.be(reporter);
        done(() -> reports.reporting.submit(new NewMonthReport(center, null, month, pue("1.2"))));
    }

    private <T> T done(Supplier<T> story) {
        return room.database.sessions.commit(story::get);
    }
}
