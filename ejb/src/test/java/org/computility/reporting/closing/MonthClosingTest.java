package org.computility.reporting.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.reporting.MonthFigures.figures;
import static org.computility.reporting.MonthFigures.pue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.computility.centers.CenterDirectory;
import org.computility.centers.SpecFacts;
import org.computility.energy.MeterKind;
import org.computility.energy.hours.CenterConsumption;
import org.computility.energy.hours.Consumed;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.live.OperationalQueries;
import org.computility.reporting.live.SourceData;
import org.computility.reporting.reports.NewMonthReport;
import org.computility.reporting.reports.ReportDecision;
import org.computility.reporting.reports.ReportDeed;
import org.computility.reporting.reports.ReportStateView;
import org.computility.reporting.reports.ReportStatus;
import org.computility.reporting.reports.ReportsForTests;
import org.computility.reporting.sources.NewSources;
import org.computility.reporting.sources.SourcesForTests;
import org.computility.settlement.computing.months.MonthUse;
import org.computility.settlement.computing.months.MonthlyUse;
import org.computility.shared.NoSettings;
import org.computility.shared.StandardTime;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonthClosingTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Figures KNOWN =
            figures("{\"supply\":{},\"application\":{\"jobCount\":3},\"power\":{},\"security\":{}}");

    private final ReportingForTests room = new ReportingForTests();
    private final HandClock clock = new HandClock();
    private final SourcesForTests registered = new SourcesForTests();
    private final MonthClosing closing = new MonthClosing();
    private ReportsForTests reports;
    private int center;

    @BeforeEach
    void assemble() {
        NoSettings.use();
        reports = new ReportsForTests(room.database, clock);
        closing.closings = new Closings_(room.database.sessions.current());
        closing.sources = registered.over(room.database);
        closing.reporting = reports.reporting;
        closing.clock = clock;
        center = done(() -> ReportedCentersForTests.over(room.database).create(ReportedCentersForTests.named("庆阳")));
    }

    @Test
    void aMonthThatNobodyReportedIsReportedByThePlatform() {
        assertThat(close(1, KNOWN)).isEqualTo(new ClosingTally(1, 0, 0));

        ReportStateView state = only();
        assertThat(state.deed()).isEqualTo(ReportDeed.CLOSING);
        assertThat(state.doneBy()).isEqualTo("close-month");
        assertThat(state.status()).isEqualTo(ReportStatus.ACCEPTED);
        assertThat(state.figures()).isEqualTo(KNOWN);
    }

    @Test
    void aRunClosesEachCenterOnceAndAnotherRunFindsNothingNew() {
        close(1, KNOWN);
        assertThat(close(1, figures("{\"application\":{\"jobCount\":4}}"))).isEqualTo(new ClosingTally(1, 0, 0));
        assertThat(close(2, KNOWN)).isEqualTo(new ClosingTally(0, 1, 0));

        assertThat(reports.months.states(center, OCTOBER)).hasSize(1);
    }

    @Test
    void whatSomebodyReportedWinsAndWhatThePlatformSaidBeforeDoesNot() {
        close(1, figures("{\"application\":{\"jobCount\":2,\"userCount\":1}}"));
        submit(figures("{\"supply\":{},\"application\":{\"jobCount\":9},\"power\":{\"pue\":1.2},\"security\":{}}"));
        close(2, figures("{\"supply\":{},\"application\":{\"jobCount\":3,\"userCount\":2}}"));
        Figures whole = figures("{\"supply\":{},\"application\":{\"jobCount\":9,\"userCount\":2},"
                + "\"power\":{\"pue\":1.2},\"security\":{}}");
        assertThat(newest().figures()).isEqualTo(whole);
        close(3, figures("{\"supply\":{},\"application\":{\"jobCount\":4,\"userCount\":3}}"));
        assertThat(newest().figures().number("application.userCount")).contains(new BigDecimal("3"));
        assertThat(newest().figures().number("application.jobCount")).contains(new BigDecimal("9"));
    }

    @Test
    void theRulesJudgeAndWhatSomebodySentBackWaits() {
        submit(pue("0.9"));
        close(1, KNOWN);
        assertThat(newest().status()).isEqualTo(ReportStatus.RETURNED);
        submit(pue("1.9"));
        close(2, KNOWN);
        ReportStateView seen = newest();
        assertThat(seen.status()).isEqualTo(ReportStatus.ACCEPTED);

        room.database.be("admin");
        done(() -> reports.reporting.decide(
                center, OCTOBER, new ReportDecision(ReportStatus.RETURNED, List.of("电量与电表不符"), seen.knownOn())));
        room.database.be("reporter");
        assertThat(close(3, figures("{\"application\":{\"jobCount\":5}}"))).isEqualTo(new ClosingTally(0, 0, 1));
        assertThat(newest().deed()).isEqualTo(ReportDeed.REVIEW);
        submit(pue("1.2"));
        assertThat(close(4, KNOWN)).as("added again when it was reported").isEqualTo(new ClosingTally(0, 1, 0));
        assertThat(newest().status()).isEqualTo(ReportStatus.ACCEPTED);
    }

    @Test
    void whatMetersCountedOtherwiseWaitsForPeople() {
        Figures metered = figures("{\"power\":{\"electricityConsume\":1000}}");
        submit(figures("{\"supply\":{},\"application\":{},\"power\":{\"electricityConsume\":500},\"security\":{}}"));
        ReportStateView accepted = newest();
        assertThat(accepted.status()).isEqualTo(ReportStatus.ACCEPTED);

        assertThat(close(1, metered)).isEqualTo(new ClosingTally(1, 0, 0));

        ReportStateView doubted = newest();
        assertThat(doubted.status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(doubted.deed()).isEqualTo(ReportDeed.CLOSING);
        assertThat(doubted.figures()).as("what somebody reported stands").isEqualTo(accepted.figures());
        assertThat(doubted.reasons())
                .containsExactly(
                        "electricity-as-metered: power.electricityConsume is 500, and the platform knows 1000.");
        assertThat(close(2, metered)).isEqualTo(new ClosingTally(0, 1, 0));

        room.database.be("admin");
        done(() -> reports.reporting.decide(
                center, OCTOBER, new ReportDecision(ReportStatus.ACCEPTED, List.of(), doubted.knownOn())));
        assertThat(close(3, metered)).as("people know better").isEqualTo(new ClosingTally(0, 0, 1));
        assertThat(newest().status()).isEqualTo(ReportStatus.ACCEPTED);
    }

    /** Also where the closing added nothing to what was reported. */
    @Test
    void whatIsReportedAfterTheClosingIsJudgedByWhatItKnew() {
        submit(electricity(1000));
        assertThat(close(1, electricity(1000))).isEqualTo(new ClosingTally(0, 1, 0));

        submit(electricity(500));
        assertThat(newest().status()).isEqualTo(ReportStatus.SUBMITTED);
        assertThat(newest().reasons())
                .containsExactly(
                        "electricity-as-metered: power.electricityConsume is 500, and the platform knows 1000.");
        submit(electricity(1010));
        assertThat(newest().status()).isEqualTo(ReportStatus.ACCEPTED);
        assertThat(close(2, electricity(500))).as("meters were mended").isEqualTo(new ClosingTally(1, 0, 0));
        submit(electricity(510));
        assertThat(newest().status()).isEqualTo(ReportStatus.ACCEPTED);
    }

    private static Figures electricity(int consumed) {
        return figures("{\"supply\":{},\"application\":{},\"power\":{\"electricityConsume\":" + consumed
                + "},\"security\":{}}");
    }

    @Test
    void whoReportsAfterTheClosingLosesNothingOfIt() {
        submit(pue("1.2"));
        close(1, KNOWN);
        submit(pue("1.3"));

        ReportStateView late = newest();
        assertThat(late.deed()).isEqualTo(ReportDeed.CLOSING);
        assertThat(late.doneBy()).isEqualTo("close-month");
        assertThat(late.figures().number("power.pue")).contains(new BigDecimal("1.3"));
        assertThat(late.figures().number("application.jobCount")).contains(new BigDecimal("3"));
        int states = reports.months.states(center, OCTOBER).size();
        submit(pue("1.30"));
        assertThat(reports.months.states(center, OCTOBER))
                .as("the same once more")
                .hasSize(states);

        submit(figures("{\"supply\":{},\"application\":{\"jobCount\":7},\"power\":{},\"security\":{}}"));
        assertThat(newest().deed()).as("nothing is left to add").isEqualTo(ReportDeed.SUBMISSION);
        assertThat(newest().figures().number("power.pue"))
                .as("nobody says it any more")
                .isEmpty();
    }

    @Test
    void aLaterClosingKnowsStillWhatAnEarlierOneKnewOfTheSources() {
        close(
                1,
                figures(
                        "{\"supply\":{\"acceleratorCount\":8},\"application\":{\"jobCount\":2},\"power\":{},\"security\":{}}"));
        close(2, KNOWN);

        assertThat(newest().figures().number("supply.acceleratorCount")).contains(new BigDecimal("8"));
        assertThat(newest().figures().number("application.jobCount")).contains(new BigDecimal("3"));
        assertThat(close(3, KNOWN)).isEqualTo(new ClosingTally(0, 1, 0));
    }

    @Test
    void whatSomebodyAcceptedAsItIsStaysSo() {
        submit(pue("0.9"));
        ReportStateView odd = newest();
        room.database.be("admin");
        done(() -> reports.reporting.decide(
                center, OCTOBER, new ReportDecision(ReportStatus.ACCEPTED, List.of(), odd.knownOn())));
        room.database.be("reporter");

        assertThat(close(1, KNOWN)).isEqualTo(new ClosingTally(0, 0, 1));
        assertThat(newest().status()).isEqualTo(ReportStatus.ACCEPTED);
    }

    @Test
    void centersWithSourcesAreClosedByWhatIsKnownOfTheSources() {
        registered.register("slurm");
        assertThat(closing.next(MonthClosing.BEGINNING, 10)).isEmpty();
        room.database.be("admin");
        done(() -> closing.sources.replace(center, new NewSources(List.of("slurm"), List.of())));
        assertThat(closing.next(MonthClosing.BEGINNING, 10)).containsExactly(center);
        assertThat(closing.next(center, 10)).isEmpty();
        assertThat(closing.count()).isEqualTo(1);
        closing.use = new MonthlyUse() {
            @Override
            public MonthUse of(Collection<String> centers, YearMonth month) {
                assertThat(centers).containsExactly("slurm");
                return new MonthUse(3, 2, BigDecimal.ONE, List.of(), true);
            }
        };
        closing.directory = new CenterDirectory() {
            @Override
            public Map<String, SpecFacts> specs(Collection<String> ids) {
                return Map.of();
            }
        };
        closing.consumption = new CenterConsumption() {
            @Override
            public Map<MeterKind, Consumed> period(int centerId, Instant from, Instant to) {
                assertThat(centerId).isEqualTo(center);
                assertThat(from.atZone(StandardTime.zone()).toLocalTime()).isEqualTo(LocalTime.MIDNIGHT);
                assertThat(to.atZone(StandardTime.zone()).getDayOfMonth()).isEqualTo(1);
                return Map.of(MeterKind.TOTAL_ELECTRICITY, new Consumed(from, to, 1_234_500, true, false));
            }
        };
        int[] asked = {0};
        closing.live = new OperationalQueries() {
            @Override
            public List<SourceData> told(int centerId) {
                asked[0]++;
                return List.of();
            }
        };
        YearMonth now = closing.month(clock.instant(), 0);

        assertThat(closing.known(center, now).number("application.jobCount")).contains(new BigDecimal("3"));
        assertThat(closing.known(center, now.minusMonths(1)).number("power.electricityConsume"))
                .contains(new BigDecimal("1234.5"));
        assertThat(asked[0]).isEqualTo(2);
        closing.known(center, now.minusMonths(2));
        assertThat(asked[0]).as("of an older month the sources tell nothing").isEqualTo(2);
    }

    @Test
    void monthsAreThoseOfThePlatformsZone() {
        assertThat(closing.month(Instant.parse("2026-10-31T15:59:59Z"), 0)).isEqualTo(OCTOBER);
        assertThat(closing.month(Instant.parse("2026-10-31T16:00:00Z"), 0)).isEqualTo(OCTOBER.plusMonths(1));
        assertThat(closing.month(Instant.parse("2027-01-01T21:00:00Z"), 1)).isEqualTo(YearMonth.of(2026, 12));
    }

    private ClosingTally close(long run, Figures known) {
        return done(() -> {
            closing.close(run, center, OCTOBER, known);
            return closing.tally(run);
        });
    }

    private void submit(Figures figures) {
        done(() -> reports.reporting.submit(new NewMonthReport(center, null, OCTOBER, figures)));
    }

    private ReportStateView only() {
        assertThat(reports.months.states(center, OCTOBER)).hasSize(1);
        return newest();
    }

    private ReportStateView newest() {
        List<ReportStateView> states = reports.months.states(center, OCTOBER);
        return states.get(states.size() - 1);
    }

    private <T> T done(Supplier<T> story) {
        return room.database.sessions.commit(story::get);
    }
}
