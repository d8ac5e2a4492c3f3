package org.computility.runtime.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrainTest {

    private static final long MILLI = 1_000_000;

    private long now;
    private long waited;
    private final Strain strain = new Strain(() -> now);

    @Test
    void lateFramesForFiveSecondsWithoutWaitingAreAnOverload() {
        assertThat(seconds(4, true, 0)).isFalse();
        assertThat(seconds(1, true, 0)).isTrue();
    }

    @Test
    void anOverloadEndsAfterFiveSecondsWithoutALateFrame() {
        seconds(5, true, 0);

        assertThat(seconds(4, false, 36)).isTrue();
        assertThat(seconds(1, false, 36)).isFalse();
    }

    @Test
    void aGoodSecondInBetweenBeginsTheCountAnew() {
        seconds(4, true, 0);
        seconds(1, false, 20);

        assertThat(seconds(4, true, 0)).isFalse();
    }

    @Test
    void aNetworkThatSendsInBurstsIsNoOverload() {
        assertThat(seconds(30, true, 30)).isFalse();
    }

    @Test
    void fullUseWithoutALateFrameIsNoOverload() {
        assertThat(seconds(30, false, 0)).isFalse();
    }

    @Test
    void aFrameThatTakesSecondsCountsForAllOfThem() {
        for (int frame = 0; frame < 3; frame++) {
            now += 3_000 * MILLI;
            strain.frame(true, 0);
        }
        assertThat(strain.frame(true, 0)).isTrue();
    }

    /** Frames 40 ms apart, each waited for that long; every third one late if so wanted. */
    private boolean seconds(int count, boolean late, long waitMillis) {
        boolean overloaded = false;
        for (int frame = 1; frame <= 25 * count; frame++) {
            now += 40 * MILLI;
            waited += waitMillis * MILLI;
            overloaded = strain.frame(late && frame % 3 == 0, waited);
        }
        return overloaded;
    }
}
