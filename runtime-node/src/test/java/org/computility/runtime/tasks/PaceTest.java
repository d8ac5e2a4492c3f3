package org.computility.runtime.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final double FRAME = 0.04;
    private static final int AN_HOUR = 90_000;

    private double now = 1000;
    private final Pace pace = new Pace(() -> (long) (now * 1e9));

    @Test
    void aFrameThatComesLaterThanOthersForItsTimeIsBehind() {
        now = 1000;
        assertThat(pace.lag(0, true)).isZero();
        now = 1000.34;
        assertThat(pace.lag(FRAME, false)).isCloseTo(0.3, within(1e-6));
    }

    @Test
    void whatComesInABurstAfterConnectingIsNotLate() {
        pace.lag(0, true);
        pace.lag(1, false);
        now += FRAME;

        assertThat(pace.lag(1 + FRAME, true)).isCloseTo(0, within(1e-6));
    }

    @Test
    void aCameraWhoseClockGoesSlowerIsNotLateAfterHours() {
        double lag = 0;
        for (int frame = 0; frame < 8 * AN_HOUR; frame++) {
            now = 1000 + frame * FRAME * 1.0001;
            lag = Math.max(lag, pace.lag(frame * FRAME, true));
        }
        assertThat(lag).isLessThan(0.01);
    }

    @Test
    void aBacklogNeverComesToCountAsNormal() {
        pace.lag(0, true);
        double lag = 0;
        for (int frame = 1; frame < AN_HOUR; frame++) {
            now = 1000.15 + frame * FRAME;
            lag = pace.lag(frame * FRAME, false);
        }
        assertThat(lag).isCloseTo(0.15, within(1e-6));
    }

    @Test
    void framesThatAllSeemLateAlthoughTheStreamIsWaitedForShowThatTheMeasureWasWrong() {
        pace.lag(2, true);
        for (int frame = 1; frame < 150; frame++) {
            now = 1000 + frame * FRAME;
            double seconds = frame * FRAME;
            assertThat(pace.lag(seconds, true)).isCloseTo(seconds < 5.02 ? 2 : 0, within(0.01));
        }
    }

    @Test
    void afterAJumpAFrameThatWasWaitedForIsNotLateAndAnyOtherIsAsLateAsBefore() {
        pace.lag(0, true);
        now = 1000.5;
        pace.jump(false);
        assertThat(pace.lag(0.1, false)).isCloseTo(0.4, within(1e-6));
        pace.jump(true);
        assertThat(pace.lag(0.1, true)).isZero();
    }

    @Test
    void aFrameThatCameSoonerThanAnyBecomesTheMeasure() {
        now = 1000.5;
        pace.lag(0, true);
        now = 1000.2;

        assertThat(pace.lag(FRAME, true)).isZero();
        now = 1000.8;
        assertThat(pace.lag(2 * FRAME, false)).isCloseTo(0.56, within(1e-6));
    }

    @Test
    void aFileThatPlaysAsIfItWereLiveIsDueByItsStamps() {
        now = 1000;
        assertThat(pace.untilDue(0)).as("the first at once").isZero();
        now = 1000.01;
        assertThat(pace.untilDue(FRAME) / 1e9).isCloseTo(0.03, within(1e-6));
        now = 1000.3;
        assertThat(pace.untilDue(2 * FRAME))
                .as("one that is late is not waited for")
                .isNegative();
    }

    @Test
    void aFrameWasTakenBeforeItCameByItsDelay() {
        Instant came = Instant.parse("2026-11-22T08:00:03.500Z");

        assertThat(Pace.taken(came, 0)).isEqualTo(came);
        assertThat(Pace.taken(came, 0.4996)).isEqualTo("2026-11-22T08:00:03Z");
    }
}
