package org.computility.runtime.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
