package org.computility.runtime.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaClockTest {

    private static final double FRAME = 0.04;

    private double now = 1000;
    private final MediaClock live = new MediaClock(() -> (long) (now * 1e9), true);
    private final MediaClock recorded = new MediaClock(() -> (long) (now * 1e9), false);

    @Test
    void theFirstStampIsNought() {
        assertThat(show(live, 4711)).isZero();
        assertThat(show(live, 4711 + FRAME)).isCloseTo(FRAME, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-30, -0.3, -20_000, 3, 20_000, 1e9, -1e9})
    void afterAJumpTheClockGoesOnFromWhereItWas(double jump) {
        show(live, 50_000);
        assertThat(show(live, 50_000 + jump)).isCloseTo(FRAME, within(1e-6));
        assertThat(live.hasJumped()).isTrue();
        assertThat(show(live, 50_000 + jump + FRAME)).isCloseTo(2 * FRAME, within(1e-6));
        assertThat(live.hasJumped()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20_000, 20_000})
    void oneWrongFrameIsTwoJumps(double jump) {
        show(live, 50_000);
        show(live, 50_000 + jump);
        assertThat(show(live, 50_000 + 2 * FRAME)).isCloseTo(2 * FRAME, within(1e-6));
        assertThat(live.hasJumped()).isTrue();
    }

    @Test
    void aPauseOfTheStreamIsNoJump() {
        show(live, 0);
        now += 60;
        assertThat(show(live, 60)).isEqualTo(60);
        assertThat(live.hasJumped()).isFalse();
    }

    @Test
    void aCameraThatStartsAgainWasAwayForAsLongAsItsFrameWasWaitedFor() {
        show(live, 500);
        now += 20;
        assertThat(show(live, 0)).isCloseTo(20 + FRAME, within(1e-6));
    }

    @Test
    void aBacklogAfterAJumpIsAsOldAsBefore() {
        show(live, 500);
        show(live, 500.1);
        now += 20;
        live.show(0, false);
        assertThat(live.seconds()).as("the step before").isCloseTo(0.2, within(1e-6));
    }

    @Test
    void oneFrameInHalfAMinuteIsNoJump() {
        live.expectEvery(30);
        live.show(0, true);
        live.show(30, false);
        assertThat(live.seconds()).isEqualTo(30);
        assertThat(live.hasJumped()).isFalse();
    }

    @Test
    void framesInTheWrongOrderAreNoJump() {
        for (double stamp : new double[] {0, 0.08, 0.04, 0.16, 0.12, 0.24}) {
            assertThat(show(live, stamp)).isEqualTo(stamp);
        }
    }

    @Test
    void aGapInARecordingIsPartOfItAndAStepBackIsNot() {
        show(recorded, 0);
        assertThat(show(recorded, 3600)).isEqualTo(3600);
        assertThat(show(recorded, 5)).isCloseTo(3600 + FRAME, within(1e-6));
    }

    @Test
    void framesWithoutStampsAreAsFarApartAsTheMediaSay() {
        live.expectEvery(0.5);
        live.show(Double.NaN, true);
        live.show(Double.NaN, true);
        live.show(Double.NaN, true);
        assertThat(live.seconds()).isEqualTo(1);
        live.show(1.5, true);
        assertThat(live.seconds()).isEqualTo(1.5);
    }

    /** A frame that comes when it is due. */
    private double show(MediaClock clock, double stamp) {
        now += FRAME;
        clock.show(stamp, true);
        return clock.seconds();
    }
}
