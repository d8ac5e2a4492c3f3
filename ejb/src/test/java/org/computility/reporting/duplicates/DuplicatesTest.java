package org.computility.reporting.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.computility.reporting.MonthFigures.pue;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.computility.identity.Role;
import org.computility.reporting.ReportingForTests;
import org.computility.reporting.centers.CenterDirectoryForTests;
import org.computility.reporting.centers.CenterListing;
import org.computility.reporting.centers.CenterReported;
import org.computility.reporting.centers.ListedCenter;
import org.computility.reporting.centers.ReportedCenterRegistry;
import org.computility.reporting.centers.ReportedCentersForTests;
import org.computility.reporting.duplicates.matching.Verdict;
import org.computility.reporting.reports.AcceptedReports;
import org.computility.reporting.reports.KnownReports;
import org.computility.reporting.reports.NewMonthReport;
import org.computility.reporting.reports.ReportDecision;
import org.computility.reporting.reports.ReportSearch;
import org.computility.reporting.reports.ReportStateView;
import org.computility.reporting.reports.ReportStatus;
import org.computility.reporting.reports.ReportsForTests;
import org.computility.shared.NoSettings;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DuplicatesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final PairSearch OPEN = new PairSearch(PairState.OPEN, null, null);
    private static final String[] REPORTERS = {"reporter", "stranger", "third"};
    private static final String[] NAMES = {"庆阳移动智算中心一期", "中国移动甘肃庆阳市人工智能计算中心（Ⅰ期）", "移动庆阳智算基地1期"};

    private final ReportingForTests room = new ReportingForTests();
    private final DuplicatesForTests own = new DuplicatesForTests(room.database);
    private final Duplicates duplicates = own.duplicates;
    private final ReportedCenterRegistry registry = ReportedCentersForTests.over(room.database);
    private final CenterListing listing = CenterDirectoryForTests.listing(room.database);
    private ReportsForTests reports;
    private AcceptedReports accepted;

    @BeforeEach
    void assemble() {
        NoSettings.use();
        reports = new ReportsForTests(room.database, new HandClock());
        accepted = ReportsForTests.accepted(room.database);
        room.database.open("third", room.database.organisation(), Role.PLATFORM);
    }

    @Test
    void aCenterThatTwoReportIsFoundAndCountsOnceUntilThatIsUndone() {
        int first = center(0);
        int second = center(1);
        report(0, first, OCTOBER, "1.2");
        report(1, second, OCTOBER, "1.3");
        report(1, second, OCTOBER.minusMonths(1), "1.4");
        be("admin");
        KnownReports before = all(null);
        CenterPairView pair = only(OPEN);
        assertThat(pair.evidence().verdict()).isEqualTo(Verdict.SAME);
        assertThat(pair.first().id()).isEqualTo(first);

        CenterPairView merged = done(() -> duplicates.settle(pair.id(), new Settlement(true, first, "同一机房")));
        assertThat(merged.state()).isEqualTo(PairState.MERGED);
        assertThat(merged.knownOn()).isEqualTo(all(null).knownOn());
        assertThat(all(null).reports())
                .extracting(ReportStateView::centerId, ReportStateView::mergedInto, ReportStateView::month)
                .containsExactly(tuple(second, first, OCTOBER.minusMonths(1)), tuple(first, null, OCTOBER));
        assertThat(all(before.knownOn())).isEqualTo(before);
        assertThat(reports.months.at(second, OCTOBER, null).centerId()).isEqualTo(first);
        assertThat(reports.months.states(first, OCTOBER))
                .extracting(ReportStateView::centerId)
                .containsExactly(first, second);
        assertThat(listing.query(null, null)).singleElement().satisfies(center -> {
            assertThat(center.center().id()).isEqualTo(first);
            assertThat(center.mergedIds()).containsExactly(second);
        });
        assertThat(listing.query(second, null))
                .extracting(center -> center.center().id())
                .containsExactly(first);
        assertThat(listing.query(null, NAMES[1]))
                .extracting(center -> center.center().id())
                .containsExactly(first);
        assertThat(accepted.behind(0, 10)).extracting(ReportStateView::centerId).containsExactly(first, second);
        assertThat(accepted.center(second).id()).isEqualTo(first);

        be("stranger");
        assertThat(all(null).reports()).hasSize(2).allMatch(state -> state.mergedInto() == null);
        assertThat(listing.query(null, null))
                .extracting(ListedCenter::mergedInto)
                .containsExactly(first);
        report(1, second, OCTOBER, "1.35");
        be("admin");
        KnownReports meanwhile = all(null);
        assertThat(meanwhile.reports()).hasSize(2);

        CenterPairView undone = done(() -> duplicates.undo(pair.id()));
        assertThat(undone.state()).isEqualTo(PairState.OPEN);
        assertThat(all(null).reports()).hasSize(3);
        assertThat(reports.months.at(second, OCTOBER, null).figures()).isEqualTo(pue("1.35"));
        assertThat(all(meanwhile.knownOn())).isEqualTo(meanwhile);
        assertThat(all(before.knownOn())).isEqualTo(before);
        assertThat(listing.query(null, null)).hasSize(2);
    }

    @Test
    void anAcceptedReportComesBeforeOneThatIsNot() {
        int first = center(0);
        int second = center(1);
        report(0, first, OCTOBER, "0.9");
        ReportStateView good = report(1, second, OCTOBER, "1.3");
        be("admin");
        merge(only(OPEN).id(), first);

        assertThat(all(null).reports()).extracting(ReportStateView::centerId).containsExactly(second);
        // What is looked at under the center that stays is decided where it was reported.
        ReportStateView returned = done(() -> reports.reporting.decide(
                first, OCTOBER, new ReportDecision(ReportStatus.RETURNED, List.of("电表"), good.knownOn())));
        assertThat(returned.centerId()).isEqualTo(second);
        assertThat(returned.mergedInto()).isEqualTo(first);
        assertThat(all(null).reports()).extracting(ReportStateView::centerId).containsExactly(first);
    }

    @Test
    void twoThatAreDifferentAreNotProposedAgain() {
        center(0);
        int second = center(1);
        be("admin");
        int pair = only(OPEN).id();
        room.refused("member-invalid", () -> duplicates.settle(pair, new Settlement(false, second, null)));
        done(() -> duplicates.settle(pair, new Settlement(false, null, "两处")));
        find(second);
        assertThat(page(OPEN).total()).isZero();
        room.refused("duplicate-settled", () -> duplicates.settle(pair, new Settlement(true, second, null)));

        done(() -> duplicates.undo(pair));
        assertThat(only(OPEN).id()).isEqualTo(pair);
        room.refused("duplicate-open", () -> duplicates.undo(pair));
    }

    @Test
    void threeReportsOfOneCenterFormOneGroup() {
        int first = center(0);
        int second = center(1);
        int third = center(2);
        be("admin");
        assertThat(page(OPEN).total()).isEqualTo(3);
        merge(pair(first, second).id(), first);

        // The second one's other pair waits: the question is put about the first.
        assertThat(pair(second, third).state()).isEqualTo(PairState.ASIDE);
        room.refused(
                "duplicate-settled",
                () -> duplicates.settle(pair(second, third).id(), new Settlement(true, second, null)));
        room.refused(
                "center-keeps-others",
                () -> duplicates.settle(pair(first, third).id(), new Settlement(true, third, null)));
        merge(pair(first, third).id(), first);
        assertThat(listing.query(null, null))
                .singleElement()
                .satisfies(center -> assertThat(center.mergedIds()).containsExactly(second, third));

        done(() -> duplicates.undo(pair(first, second).id()));
        assertThat(pair(second, third).state())
                .as("the third still counts as the first")
                .isEqualTo(PairState.ASIDE);
        done(() -> duplicates.undo(pair(first, third).id()));
        assertThat(page(OPEN).total()).isEqualTo(3);
    }

    @Test
    void whoMayNotAndWhatIsWrongIsRefused() {
        int first = center(0);
        center(1);
        be("admin");
        int pair = only(OPEN).id();
        room.refused("member-missing", () -> duplicates.settle(pair, new Settlement(true, null, null)));
        room.refused("member-invalid", () -> duplicates.settle(pair, new Settlement(true, 4_711, null)));
        room.refused("duplicate-unknown", () -> duplicates.settle(pair + 99, new Settlement(true, first, null)));
        for (String other : List.of("reporter", "stranger", "third", "auditor", "device")) {
            be(other);
            room.refused("role-missing", () -> duplicates.page(OPEN, PageRequest.FIRST));
            room.refused("role-missing", () -> duplicates.settle(pair, new Settlement(true, first, null)));
            room.refused("role-missing", () -> duplicates.undo(pair));
        }
    }

    @Test
    void aCenterThatMovesAwayIsForgottenAndAJobFindsWhatNobodyLookedAt() {
        int first = center(0);
        int second = center(1);
        be("admin");
        assertThat(page(OPEN).total()).isEqualTo(1);
        room.database.run(
                "update reported_center set city = '620100', latitude = 36.1, longitude = 103.8 where id = " + second);
        find(second);
        assertThat(page(new PairSearch(null, null, null)).total()).isZero();

        room.database.run(
                "update reported_center set city = '621000', latitude = 35.7, longitude = 107.6436 where id = "
                        + second);
        List<Integer> all = own.search.next(DuplicateSearch.BEGINNING, 10);
        assertThat(all).containsExactly(first, second);
        done(() -> {
            own.search.compare(all);
            return null;
        });
        assertThat(own.search.same(all)).hasSize(1);
        done(() -> duplicates.mergeSame(own.search.same(all).get(0), "find-duplicates"));
        assertThat(page(new PairSearch(PairState.MERGED, null, second)).content())
                .extracting(CenterPairView::decidedBy, CenterPairView::stays)
                .containsExactly(tuple("find-duplicates", first));
        assertThat(own.search.counts()).isEqualTo(new PairCounts(0, 0, 1));
        assertThat(own.search.percent(second)).isEqualTo(100);
    }

    /** Whatever is reported, merged and undone, each point answers what it answered; with all undone all is as if never merged. */
    @Test
    void mergesAndTheirEndsChangeNothingThatWasKnown() {
        Random random = new Random(13);
        List<Integer> centers = List.of(center(0), center(1), center(2));
        Map<Long, KnownReports> answers = new HashMap<>();
        Map<String, String> expected = new HashMap<>();
        for (int deed = 0; deed < 60; deed++) {
            int which = random.nextInt(3);
            if (random.nextInt(3) > 0) {
                YearMonth month = OCTOBER.minusMonths(random.nextInt(2));
                String value = "1." + (20 + random.nextInt(60));
                report(which, centers.get(which), month, value);
                expected.put(centers.get(which) + " " + month, value);
            } else {
                be("admin");
                settleSomething(random);
            }
            be("admin");
            KnownReports now = all(null);
            answers.put(now.knownOn(), now);
            assertThat(now.reports())
                    .extracting(state ->
                            (state.mergedInto() == null ? state.centerId() : state.mergedInto()) + " " + state.month())
                    .doesNotHaveDuplicates();
            answers.forEach((point, answer) -> assertThat(all(point)).isEqualTo(answer));
        }
        page(new PairSearch(PairState.MERGED, null, null))
                .content()
                .forEach(pair -> done(() -> duplicates.undo(pair.id())));
        Map<String, String> left = new HashMap<>();
        all(null)
                .reports()
                .forEach(state -> left.put(
                        state.centerId() + " " + state.month(),
                        state.figures().number("power.pue").orElseThrow().toPlainString()));
        assertThat(left.keySet()).isEqualTo(expected.keySet());
        left.forEach((key, value) -> assertThat(new BigDecimal(value)).isEqualByComparingTo(expected.get(key)));
        answers.forEach((point, answer) -> assertThat(all(point)).isEqualTo(answer));
    }

    private void settleSomething(Random random) {
        List<CenterPairView> merged =
                page(new PairSearch(PairState.MERGED, null, null)).content();
        List<CenterPairView> open = page(OPEN).content();
        if (!merged.isEmpty() && random.nextBoolean()) {
            done(() -> duplicates.undo(merged.get(0).id()));
        } else if (!open.isEmpty()) {
            done(() ->
                    duplicates.mergeSame(open.get(random.nextInt(open.size())).id(), "admin"));
        }
    }

    private void merge(int pair, int stays) {
        done(() -> duplicates.settle(pair, new Settlement(true, stays, null)));
    }

    private int center(int which) {
        be(REPORTERS[which]);
        int id = done(() -> registry.create(ReportedCentersForTests.named(NAMES[which])));
        find(id);
        return id;
    }

    /** As the news of it makes the platform do. */
    private void find(int id) {
        done(() -> {
            own.finder.on(new CenterReported(id));
            return null;
        });
    }

    private ReportStateView report(int which, int center, YearMonth month, String value) {
        be(REPORTERS[which]);
        return done(() -> reports.reporting.submit(new NewMonthReport(center, null, month, pue(value))));
    }

    private KnownReports all(Long knownOn) {
        return reports.months.all(new ReportSearch(null, null, null, knownOn));
    }

    private CenterPairView only(PairSearch asked) {
        List<CenterPairView> found = new ArrayList<>(page(asked).content());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private CenterPairView pair(int first, int second) {
        return page(new PairSearch(null, null, first)).content().stream()
                .filter(pair -> pair.first().id() == first && pair.second().id() == second)
                .findFirst()
                .orElseThrow();
    }

    private Page<CenterPairView> page(PairSearch asked) {
        return duplicates.page(asked, PageRequest.FIRST);
    }

    private void be(String username) {
        room.database.be(username);
    }

    private <T> T done(Supplier<T> story) {
        return room.database.sessions.commit(story::get);
    }
}
