package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.computility.planning.dispatch.Belief.Verdict;
import org.junit.jupiter.api.Test;

class BeliefTest {

    private static final Instant FIRST = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(60);

    @Test
    void takesOverWhatARunningTaskSays() {
        assertThat(Belief.about(news("RUNNING", FIRST), running(null))).isEqualTo(Verdict.TAKE_OVER);
        assertThat(Belief.about(news("ERROR", FIRST), running(null))).isEqualTo(Verdict.TAKE_OVER);
    }

    @Test
    void ignoresNewsOfTheRunBefore() {
        assertThat(Belief.about(news("FINISHED", FIRST), running(FIRST))).isEqualTo(Verdict.IGNORE);
        assertThat(Belief.about(news("FINISHED", SECOND), running(FIRST))).isEqualTo(Verdict.TAKE_OVER);
    }

    @Test
    void stopsATaskThatNobodyKnowsOrThatRunsElsewhere() {
        assertThat(Belief.about(news("RUNNING", FIRST), null)).isEqualTo(Verdict.STOP_IT);
        assertThat(Belief.about(news("FINISHED", FIRST), null)).isEqualTo(Verdict.IGNORE);
        Belief elsewhere = new Belief(UUID.randomUUID(), "RUNNING", "other", null, null, FIRST, false, false);
        assertThat(Belief.about(news("PENDING", FIRST), elsewhere)).isEqualTo(Verdict.STOP_IT);
    }

    @Test
    void stopsARunThatBeganAfterTheStopAndAsksAboutOneThatMayBeOver() {
        Belief paused = new Belief(UUID.randomUUID(), "PAUSED", "node", FIRST, null, FIRST, false, false);
        assertThat(Belief.about(news("FINISHED", FIRST), paused)).isEqualTo(Verdict.IGNORE);
        assertThat(Belief.about(news("RUNNING", SECOND), paused)).isEqualTo(Verdict.STOP_IT);
        assertThat(Belief.about(news("RUNNING", FIRST), paused))
                .as("old news, or another run in the same second")
                .isEqualTo(Verdict.ASK_AGAIN);
    }

    @Test
    void waitsForTheEndOfATaskThatIsBeingStopped() {
        Belief stopping = new Belief(UUID.randomUUID(), "STOPPING", "node", FIRST, null, FIRST, false, false);
        assertThat(Belief.about(news("RUNNING", FIRST), stopping)).isEqualTo(Verdict.IGNORE);
        assertThat(Belief.about(news("FINISHED", FIRST), stopping)).isEqualTo(Verdict.TAKE_OVER);
    }

    @Test
    void whoeverAskedForAStopThatMakesRoomNotesTheEnd() {
        Belief yielding = new Belief(UUID.randomUUID(), "STOPPING", "node", FIRST, null, FIRST, false, true);
        assertThat(Belief.about(news("STOPPED", FIRST), yielding)).isEqualTo(Verdict.IGNORE);
        Belief spared = new Belief(UUID.randomUUID(), "RUNNING", "node", FIRST, null, FIRST, false, true);
        assertThat(Belief.about(news("STOPPED", FIRST), spared)).isEqualTo(Verdict.TAKE_OVER);
    }

    private static Belief running(Instant staleUntil) {
        return new Belief(UUID.randomUUID(), "RUNNING", "node", null, staleUntil, FIRST, false, false);
    }

    private static News news(String status, Instant startedAt) {
        return new News("node", UUID.randomUUID(), status, null, startedAt, null);
    }
}
