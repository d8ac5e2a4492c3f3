package org.computility.connector.accelerator.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final Pulse pulse = new Pulse(StreamTiming.USUAL, 0);

    @Test
    void aStreamThatMissesItsCommentIsQuiet() {
        comment(5, 1);
        comment(10, 2);

        assertThat(pulse.suspect(at(16))).isFalse();
        assertThat(pulse.nextLimit()).isEqualTo(Duration.ofMillis(6_250));
        assertThat(pulse.suspect(at(17))).isTrue();
        assertThat(pulse.isQuiet(at(17))).isTrue();
    }

    @Test
    void isSuspectedOnceInEachSilence() {
        comment(0, 1);
        comment(5, 2);

        assertThat(pulse.suspect(at(12))).isTrue();
        assertThat(pulse.suspect(at(13))).isFalse();
        assertThat(pulse.nextLimit()).isEqualTo(StreamTiming.USUAL.silence());
        pulse.sign(at(14));
        assertThat(pulse.isQuiet(at(15))).isFalse();
        assertThat(pulse.suspect(at(21))).isTrue();
    }

    @Test
    void rareCommentsAreWaitedForLonger() {
        comment(9, 1);
        comment(18, 2);

        assertThat(pulse.suspect(at(29))).isFalse();
        assertThat(pulse.suspect(at(30))).isTrue();
    }

    @Test
    void eventsBetweenCommentsDoNotMakeTheStreamLookQuicker() {
        comment(1, 1);
        pulse.sign(at(2));
        comment(3, 2);

        assertThat(pulse.suspect(at(8))).isFalse();
        assertThat(pulse.suspect(at(9))).isTrue();
    }

    @Test
    void aGreetingIsNoRhythm() {
        comment(0, 1);

        assertThat(pulse.suspect(at(14))).isFalse();
        assertThat(pulse.isQuiet(at(14))).isFalse();
        assertThat(pulse.nextLimit()).isEqualTo(StreamTiming.USUAL.silence());
    }

    @Test
    void isNeverMorePatientThanWithABrokenStream() {
        comment(14, 1);
        comment(28, 2);

        assertThat(pulse.nextLimit()).isEqualTo(StreamTiming.USUAL.silence());
    }

    private void comment(int second, int sinceOpen) {
        pulse.sign(at(second));
        pulse.comments(sinceOpen);
    }

    private static long at(int second) {
        return Duration.ofSeconds(second).toNanos();
    }
}
