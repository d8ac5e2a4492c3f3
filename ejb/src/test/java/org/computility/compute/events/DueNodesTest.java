package org.computility.compute.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.computility.compute.events.DueNodes.Due;
import org.junit.jupiter.api.Test;

class DueNodesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Instant NEXT = NOON.plus(INTERVAL);

    private final DueNodes due = new DueNodes(INTERVAL);

    @Test
    void aNodeWhoseStreamOpensIsDueAtOnceWholeAndThenAtEveryIntervalForWhatIsExpected() {
        due.opened("a", NOON);

        assertThat(due.take(NOON, 9)).containsExactly(new Due("a", true));
        assertThat(due.take(NEXT, 9)).as("while it is being compared").isEmpty();
        due.compared(new Due("a", true), true, NOON);
        assertThat(due.take(NEXT.minusMillis(1), 9)).isEmpty();
        assertThat(due.take(NEXT, 9)).containsExactly(new Due("a", false));
        due.compared(new Due("a", false), true, NEXT);
        assertThat(due.take(NEXT.plus(INTERVAL), 9)).containsExactly(new Due("a", false));
    }

    @Test
    void aClockThatIsPutBackKeepsNoNodeWaiting() {
        due.opened("a", NOON);
        due.compared(due.take(NOON, 9).get(0), true, NOON);
        due.once("b", NOON.plusSeconds(35));

        assertThat(due.take(NOON.plusSeconds(1), 9)).isEmpty();
        assertThat(due.take(NOON.minusSeconds(3_600), 9))
                .containsExactlyInAnyOrder(new Due("a", false), new Due("b", true));
    }

    @Test
    void aComparisonThatFailedIsMadeUpForWithAllThatItWasDueFor() {
        due.opened("a", NOON);
        due.compared(due.take(NOON, 9).get(0), false, NOON);

        assertThat(due.take(NOON, 9)).isEmpty();
        assertThat(due.take(NEXT, 9)).containsExactly(new Due("a", true));
    }

    @Test
    void aStreamThatOpensAgainWhileItsNodeIsComparedCountsAnew() {
        due.opened("a", NOON);
        Due taken = due.take(NOON, 9).get(0);
        due.opened("a", NOON.plusSeconds(1));
        due.compared(taken, true, NOON.plusSeconds(2));

        assertThat(due.take(NOON.plusSeconds(2), 9)).containsExactly(new Due("a", true));
    }

    @Test
    void aNodeWhoseStreamIsGoneIsNotAskedAnyMore() {
        due.opened("a", NOON);
        due.compared(due.take(NOON, 9).get(0), true, NOON);
        due.closed("a");
        due.closed("never heard of");

        assertThat(due.take(NEXT, 9)).isEmpty();
    }

    @Test
    void onlyNodesThatAreWatchedStayOpenAndWhatWasAskedForStays() {
        due.opened("watched", NOON);
        due.opened("late news of one that is not", NOON);
        due.take(NOON, 9).forEach(taken -> due.compared(taken, true, NOON));
        due.once("never watched", NOON);

        due.closedAllBut(Set.of("watched"));

        assertThat(due.take(NEXT, 9)).extracting(Due::code).containsExactly("never watched", "watched");
    }

    @Test
    void aStreamThatClosesDuringTheComparisonHasNoNext() {
        due.opened("a", NOON);
        Due taken = due.take(NOON, 9).get(0);
        due.closed("a");
        due.compared(taken, false, NOON);

        assertThat(due.take(NEXT, 9)).isEmpty();
    }

    @Test
    void withoutAStreamANodeIsComparedOnceWhenSomebodyAsks() {
        due.once("a", NOON.plusSeconds(5));

        assertThat(due.take(NOON.plusSeconds(4), 9)).isEmpty();
        assertThat(due.take(NOON.plusSeconds(5), 9)).containsExactly(new Due("a", true));
        due.compared(new Due("a", true), true, NOON.plusSeconds(5));
        assertThat(due.take(NEXT.plus(INTERVAL), 9)).isEmpty();
    }

    @Test
    void whatSomebodyAskedForIsTriedAgainWhileTheNodeIsSilentButNotForEver() {
        Instant now = NOON;
        due.once("a", now);
        for (int attempt = 0; attempt < 10; attempt++) {
            List<Due> taken = due.take(now, 9);
            assertThat(taken).containsExactly(new Due("a", true));
            due.closedAllBut(Set.of());
            due.compared(taken.get(0), false, now);
            now = now.plus(INTERVAL);
        }
        assertThat(due.take(now, 9)).isEmpty();
    }

    @Test
    void aNodeThatIsBeingComparedIsTakenByNobodyElse() {
        due.opened("a", NOON);
        Due first = due.take(NOON, 9).get(0);
        due.opened("a", NOON);

        assertThat(due.take(NOON, 9)).isEmpty();

        due.compared(first, true, NOON);
        assertThat(due.take(NOON, 9)).containsExactly(new Due("a", true));
    }

    @Test
    void theEarlierOfTwoTimesCountsAndTheIntervalGoesOn() {
        due.opened("a", NOON);
        due.compared(due.take(NOON, 9).get(0), true, NOON);
        due.once("a", NOON.plusSeconds(50));
        due.once("a", NOON.plusSeconds(5));

        assertThat(due.take(NOON.plusSeconds(5), 9)).containsExactly(new Due("a", true));
        due.compared(new Due("a", true), true, NOON.plusSeconds(5));
        assertThat(due.take(NOON.plusSeconds(35), 9)).containsExactly(new Due("a", false));
    }

    @Test
    void whatWasAskedForOutlivesTheStream() {
        due.opened("a", NOON);
        due.compared(due.take(NOON, 9).get(0), true, NOON);
        due.once("a", NOON.plusSeconds(5));
        due.closed("a");

        assertThat(due.take(NOON.plusSeconds(5), 9)).containsExactly(new Due("a", true));
    }

    @Test
    void thoseThatHaveWaitedLongestComeFirst() {
        due.once("late", NOON.plusSeconds(2));
        due.once("early", NOON);
        due.once("middle", NOON.plusSeconds(1));

        assertThat(due.take(NEXT, 2)).extracting(Due::code).containsExactly("early", "middle");
        assertThat(due.take(NEXT, 2)).extracting(Due::code).containsExactly("late");
    }
}
