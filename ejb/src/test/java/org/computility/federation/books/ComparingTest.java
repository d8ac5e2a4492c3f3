package org.computility.federation.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparingTest {

    private static final String MONTH = "2026-10";

    /** Counts as another here. */
    private static final List<Integer> MERGED = List.of(90);

    private final List<String> asked = new ArrayList<>();

    @Test
    void equalMonthsAreNotLookedInto() {
        List<ReportEntry> there = List.of(entry(40, "a", 9), entry(50, "b", 8));
        assertThat(compare(List.of(own(5, 50, "b", 2, "ACCEPTED"), own(4, 40, "a", 1, "RETURNED")), there))
                .isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasNotToldYetIsNoDifference() {
        assertThat(compare(
                        List.of(own(4, 40, "a", 1, null), own(5, null, "b", 2, null), own(6, 60, "c", 3, "REFUSED")),
                        List.of(entry(40, "before", 7))))
                .isEmpty();
    }

    @Test
    void differencesAreNamedWithBothPoints() {
        List<Difference> found = compare(
                List.of(
                        own(4, 40, "a", 1, "ACCEPTED"),
                        own(5, 50, "b", 2, "ACCEPTED"),
                        own(6, 60, "c", 3, "ACCEPTED"),
                        own(7, 70, "d", 4, "ACCEPTED")),
                List.of(entry(40, "a", 9), entry(60, "x", 11), entry(70, "old", 5), entry(80, "y", 12)));
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new Difference(FindingKind.MISSING_ABOVE, 5, 50, MONTH, 2L, null, true),
                        // Somebody changed it there after it was taken.
                        new Difference(FindingKind.DIFFERENT, 6, 60, MONTH, 3L, 11L, false),
                        // What is there is older than what was taken.
                        new Difference(FindingKind.DIFFERENT, 7, 70, MONTH, 4L, 5L, true),
                        new Difference(FindingKind.MISSING_BELOW, null, 80, MONTH, null, 12L, false));
        assertThat(asked).containsExactly(MONTH);
    }

    @Test
    void aMonthThatOnlyOneHasIsADifference() {
        assertThat(new Comparing(List.of(own(4, 40, "a", 1, "ACCEPTED")), List.of(), List.of())
                        .differences(month -> List.of()))
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(FindingKind.MISSING_ABOVE));
        assertThat(compare(List.of(), List.of(entry(40, "a", 9))))
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(FindingKind.MISSING_BELOW));
    }

    @Test
    void whatFollowedIsNotSentAgainAndWhatWasMergedStaysThere() {
        OwnEntry followed = new OwnEntry(4, 40, MONTH, "a", 1, "ACCEPTED", 9L, true);
        assertThat(compare(List.of(followed), List.of(entry(90, "m", 9))))
                .containsExactly(new Difference(FindingKind.MISSING_ABOVE, 4, 40, MONTH, 1L, null, false));
    }

    private List<Difference> compare(List<OwnEntry> ours, List<ReportEntry> theirs) {
        return new Comparing(ours, List.of(MonthTotal.of(MONTH, theirs)), MERGED).differences(month -> {
            asked.add(month);
            return theirs;
        });
    }

    private static ReportEntry entry(int center, String hash, long knownOn) {
        return new ReportEntry(center, MONTH, hash, knownOn);
    }

    /** Taken above at the point 9. */
    private static OwnEntry own(int center, Integer there, String hash, long knownOn, String outcome) {
        return new OwnEntry(center, there, MONTH, hash, knownOn, outcome, outcome == null ? null : 9L, false);
    }
}
