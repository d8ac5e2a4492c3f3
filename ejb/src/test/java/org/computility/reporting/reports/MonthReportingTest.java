package org.computility.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.reporting.MonthFigures.figures;
import static org.computility.reporting.MonthFigures.pue;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.computility.identity.Caller;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.merges.MergesForTests;
import org.computility.reporting.plausibility.PlausibilityForTests;
import org.computility.shared.NoSettings;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestEntities;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthReportingTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final ReportSearch ALL = new ReportSearch(null, null, null, null);

    private final ReportingForTests room = new ReportingForTests();
    private final HandClock clock = new HandClock();
    private final MonthReporting reporting = new MonthReporting();
    private final KnownMonths months = new KnownMonths();
    private int center;

    @BeforeEach
    void assemble() {
        NoSettings.use();
        ReportedCenterRegistry centers = ReportedCentersForTests.over(room.database);
        reporting.states = new ReportStates_(room.database.sessions.current());
        reporting.closedMonths = new ClosedMonths_(room.database.sessions.current());
        reporting.centers = centers;
        reporting.plausibility = PlausibilityForTests.over(room.database);
        reporting.caller = room.database.caller;
        reporting.clock = clock;
        months.states = reporting.states;
        months.centers = centers;
        reporting.merges = MergesForTests.over(room.database);
        months.merges = reporting.merges;
        months.caller = room.database.caller;
        center = done(() -> centers.create(ReportedCentersForTests.named("庆阳")));
    }

    @Test
    void whatBreaksNoRuleIsAcceptedAndWhatCannotBeTrueReturned() {
        ReportStateView returned = submit(OCTOBER, pue("0.9"));
        assertThat(returned.status()).isEqualTo(ReportStatus.RETURNED);
        assertThat(returned.reasons()).containsExactly("pue-at-least-1: power.pue is 0.9, and at least 1.");

        ReportStateView accepted = submit(OCTOBER, pue("1.25"));
        assertThat(accepted.status()).isEqualTo(ReportStatus.ACCEPTED);
        assertThat(accepted.doneBy()).isEqualTo("reporter");
        assertThat(accepted.knownOn()).isGreaterThan(returned.knownOn());
        assertThat(months.states(center, OCTOBER)).containsExactly(returned, accepted);
    }

    @Test
    void theSameFiguresOnceMoreChangeNothing() {
        ReportStateView first = submit(OCTOBER, pue("1.25"));

        assertThat(submit(OCTOBER, pue("1.250"))).isEqualTo(first);
        assertThat(months.states(center, OCTOBER)).hasSize(1);
    }

    /** The center, the lock of the report, the newest states of it and of the month before, the rules, the new state. */
    @Test
    void anAcceptedReportTakesFiveStatements() {
        submit(OCTOBER.minusMonths(1), pue("1.2"));

        assertThat(TestEntities.statements(() -> submit(OCTOBER, pue("1.25")))).isEqualTo(5);
    }

    @Test
    void aJumpWaitsForPeopleUnlessTheMonthBeforeWentBack() {
        submit(OCTOBER.minusMonths(1), pue("1.2"));
        ReportStateView doubted = submit(OCTOBER, pue("1.9"));
        assertThat(doubted.status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(doubted.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason).startsWith("pue-jump: "));

        submit(OCTOBER.minusMonths(1), pue("0.2"));
        assertThat(submit(OCTOBER, pue("1.91")).status()).isEqualTo(ReportStatus.ACCEPTED);
    }

    @Test
    void peopleDecideAboutWhatTheyLookedAt() {
        submit(OCTOBER.minusMonths(1), pue("1.2"));
        ReportStateView seen = submit(OCTOBER, pue("1.9"));
        room.refused("role-missing", () -> reporting.decide(center, OCTOBER, accept(seen)));
        room.database.be("admin");
        room.refused("report-unknown", () -> reporting.decide(center, OCTOBER.plusMonths(1), accept(seen)));
        room.refused(
                "member-missing",
                () -> reporting.decide(
                        center, OCTOBER, new ReportDecision(ReportStatus.RETURNED, List.of(), seen.knownOn())));

        ReportStateView accepted = done(() -> reporting.decide(center, OCTOBER, accept(seen)));
        assertThat(accepted.status()).isEqualTo(ReportStatus.ACCEPTED);
        assertThat(accepted.deed()).isEqualTo(ReportDeed.REVIEW);
        assertThat(accepted.hash()).isEqualTo(seen.hash());
        room.refused("report-changed", () -> reporting.decide(center, OCTOBER, accept(seen)));
        room.refused("report-decided", () -> reporting.decide(center, OCTOBER, accept(accepted)));
        ReportStateView returned = done(() -> reporting.decide(
                center, OCTOBER, new ReportDecision(ReportStatus.RETURNED, List.of("电量与电表不符"), accepted.knownOn())));
        assertThat(returned.reasons()).containsExactly("电量与电表不符");
        assertThat(done(() -> reporting.decide(center, OCTOBER, accept(returned)))
                        .status())
                .isEqualTo(ReportStatus.ACCEPTED);
    }

    @Test
    void whatWasKnownOnAPointStaysSoForEver() {
        ReportStateView first = submit(OCTOBER, pue("1.25"));
        KnownReports then = months.all(ALL);
        submit(OCTOBER, pue("1.3"));
        submit(OCTOBER.minusMonths(2), pue("1.3"));

        assertThat(then.knownOn()).isEqualTo(first.knownOn());
        assertThat(then.reports()).containsExactly(first);
        assertThat(months.all(new ReportSearch(null, null, null, then.knownOn())))
                .isEqualTo(then);
        assertThat(months.at(center, OCTOBER, then.knownOn())).isEqualTo(first);
        assertThat(months.all(ALL).reports()).hasSize(2);
        assertThat(months.page(new ReportSearch(center, OCTOBER, ReportStatus.ACCEPTED, null), PageRequest.FIRST)
                        .total())
                .isEqualTo(1);
        room.refused("report-unknown", () -> months.at(center, OCTOBER, 0L));
        long next = months.all(ALL).knownOn() + 1;
        room.refused("member-invalid", () -> months.all(new ReportSearch(null, null, null, next)));
    }

    @Test
    void twoPointsAreCompared() {
        ReportStateView first = submit(OCTOBER, figures("{\"power\":{\"pue\":1.3,\"wue\":1}}"));
        clock.set(Instant.parse("2026-11-23T08:00:00Z"));
        ReportStateView second = submit(OCTOBER, figures("{\"power\":{\"pue\":1.25,\"wue\":1}}"));

        ReportComparison comparison = months.compare(center, OCTOBER, first.knownOn(), second.knownOn());
        assertThat(comparison.before()).isEqualTo(first);
        assertThat(comparison.after()).isEqualTo(second);
        assertThat(comparison.changes())
                .singleElement()
                .hasToString("FigureChange[path=power.pue, before=1.3, after=1.25]");
        assertThat(comparison.deeds()).containsExactly(second);
        assertThat(months.compare(center, OCTOBER, 0, second.knownOn()).before())
                .isNull();
        assertThat(months.compare(center, OCTOBER, 0, second.knownOn()).deeds()).containsExactly(first, second);
        room.refused("period-reversed", () -> months.compare(center, OCTOBER, second.knownOn(), first.knownOn()));
        room.refused("report-unknown", () -> months.compare(center, OCTOBER.minusMonths(1), 0, second.knownOn()));
    }

    @Test
    void aMonthHasBegunAndACenterIsTheCallers() {
        room.refused("member-invalid", () -> report(OCTOBER.plusMonths(2), pue("1.2")));
        submit(OCTOBER.plusMonths(1), pue("1.2"));
        room.database.be("stranger");
        room.refused("reported-center-unknown", () -> report(OCTOBER, pue("1.2")));
        room.refused("reported-center-unknown", () -> months.states(center, OCTOBER));
        assertThat(months.all(ALL).reports()).isEmpty();
        room.database.be("auditor");
        room.refused("role-missing", () -> report(OCTOBER, pue("1.2")));
        assertThat(months.all(ALL).reports()).hasSize(1);
    }

    @Test
    void reportsAreFoundByThePlaceThatTheCenterHadThen() {
        ReportStateView first = submit(OCTOBER, pue("1.25"));
        room.database.run("update reported_center set province = '110000', hub_id = '11'");
        ReportStateView second = submit(OCTOBER, pue("1.3"));

        assertThat(at("620000", null, null).reports()).isEmpty();
        assertThat(at("110000", "11", null).reports()).containsExactly(second);
        assertThat(at(null, "17", first.knownOn()).reports()).containsExactly(first);
        assertThat(at("620000", "11", first.knownOn()).reports()).isEmpty();
    }

    @Test
    void aCenterOfNoHubReports() {
        room.database.run("update reported_center set hub_id = null");

        ReportStateView state = submit(OCTOBER, pue("1.25"));

        assertThat(at("620000", null, null).reports()).containsExactly(state);
        assertThat(at(null, "17", null).reports()).isEmpty();
    }

    private KnownReports at(String province, String hub, Long knownOn) {
        return months.page(new ReportSearch(null, OCTOBER, null, province, hub, knownOn), PageRequest.FIRST);
    }

    /** Four reporters at once, while a reader asks: no answer ever gets a state that it did not have. */
    @Test
    void pointsAreInTheOrderOfCommits() throws Exception {
        Caller reporter = room.database.caller.get();
        ExecutorService crew = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> reports = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                YearMonth month = OCTOBER.minusMonths(i % 10);
                String value = "1.2" + i;
                reports.add(crew.submit(() -> {
                    room.database.caller.set(reporter);
                    submit(month, pue(value));
                }));
            }
            List<KnownReports> answers = new ArrayList<>();
            while (reports.stream().anyMatch(report -> !report.isDone())) {
                answers.add(months.all(ALL));
            }
            for (Future<?> report : reports) {
                report.get();
            }
            assertThat(answers)
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(months.all(new ReportSearch(null, null, null, answer.knownOn())))
                            .isEqualTo(answer));
        } finally {
            crew.shutdownNow();
        }
        assertThat(months.all(ALL).reports()).hasSize(10);
        assertThat(months.states(center, OCTOBER)).hasSize(4);
    }

    @Test
    void theDatabaseRefusesToChangeOrRemoveAState() {
        submit(OCTOBER, pue("1.25"));

        for (String sin : List.of(
                "update report_state set status = 'RETURNED'",
                "update report_state set followed_on = known_on + 1, hash = ''",
                "delete from report_state",
                "truncate report_state cascade")) {
            assertThatThrownBy(() -> room.database.run(sin))
                    .as(sin)
                    .rootCause()
                    .hasMessageContaining("states of reports are neither changed nor removed: report anew");
        }
    }

    private ReportStateView submit(YearMonth month, Figures figures) {
        return done(() -> report(month, figures));
    }

    private ReportStateView report(YearMonth month, Figures figures) {
        return reporting.submit(new NewMonthReport(center, null, month, figures));
    }

    private static ReportDecision accept(ReportStateView seen) {
        return new ReportDecision(ReportStatus.ACCEPTED, List.of(), seen.knownOn());
    }

    private <T> T done(Supplier<T> deed) {
        return room.database.sessions.commit(deed);
    }
}
