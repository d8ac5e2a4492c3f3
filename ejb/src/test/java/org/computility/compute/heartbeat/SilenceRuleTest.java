package org.computility.compute.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceRuleTest {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    private final SilenceRule rule = new SilenceRule(Duration.ofSeconds(90));

    @Test
    void nobodyIsSilentBeforeTheServerHasListenedForOneTimeout() {
        for (int second = 0; second < 90; second++) {
            assertThat(round(second, second)).isEmpty();
        }
    }

    @Test
    void afterThatNinetySecondsOfSilenceAreTooMuch() {
        listen(0, 90);

        assertThat(round(91, 91)).contains(START.plusSeconds(1));
    }

    @Test
    void aServerThatWasStoppedListensAnewBeforeItJudges() {
        listen(0, 200);

        assertThat(round(500, 500)).isEmpty();
        listen(501, 589);
        assertThat(round(590, 590)).contains(START.plusSeconds(500));
    }

    @Test
    void aSlowRoundIsNoAbsence() {
        listen(0, 100);

        assertThat(round(109, 109)).isPresent();
    }

    @Test
    void aClockThatWasPutBackIsTrustedAgainAfterOneTimeout() {
        listen(0, 100);

        for (int second = 101; second < 191; second++) {
            assertThat(round(second - 3600, second)).isEmpty();
        }
        assertThat(round(191 - 3600, 191)).contains(START.plusSeconds(101 - 3600));
    }

    @Test
    void aShortTimeoutBearsShorterGaps() {
        SilenceRule hasty = new SilenceRule(Duration.ofSeconds(8));
        for (int second = 0; second < 20; second++) {
            hasty.listens(moment(second, second));
        }

        assertThat(hasty.tooOldBefore(moment(23, 23))).isPresent();
        assertThat(hasty.tooOldBefore(moment(28, 28))).isEmpty();
    }

    @Test
    void aLateSecondIsNoGapHoweverShortTheTimeout() {
        SilenceRule hastiest = new SilenceRule(Duration.ofSeconds(2));
        for (int second = 0; second < 6; second += 2) {
            hastiest.listens(moment(second, second));
        }

        assertThat(hastiest.tooOldBefore(moment(6, 6))).isPresent();
    }

    @Test
    void aWrittenTimeStandsForANinthOfTheTimeout() {
        assertThat(rule.betweenWrites()).isEqualTo(Duration.ofSeconds(10));
    }

    private void listen(int from, int to) {
        for (int second = from; second <= to; second++) {
            round(second, second);
        }
    }

    private Optional<Instant> round(long wall, long passed) {
        return rule.tooOldBefore(moment(wall, passed));
    }

    private static Moment moment(long wall, long passed) {
        return new Moment(START.plusSeconds(wall), passed * 1_000_000_000L, Duration.ZERO);
    }
}
