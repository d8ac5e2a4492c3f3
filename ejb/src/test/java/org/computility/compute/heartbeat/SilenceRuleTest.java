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
        Optional<Instant> last = Optional.empty();
        for (int second = 0; second < 90; second++) {
            last = rule.tooOldBefore(START.plusSeconds(second));
            assertThat(last).isEmpty();
        }
    }

    @Test
    void afterThatNinetySecondsOfSilenceAreTooMuch() {
        listen(0, 90);

        assertThat(rule.tooOldBefore(START.plusSeconds(91))).contains(START.plusSeconds(1));
    }

    @Test
    void aServerThatWasStoppedListensAnewBeforeItJudges() {
        listen(0, 200);

        assertThat(rule.tooOldBefore(START.plusSeconds(500))).isEmpty();
        listen(501, 589);
        assertThat(rule.tooOldBefore(START.plusSeconds(590))).contains(START.plusSeconds(500));
    }

    @Test
    void aSlowRoundIsNoAbsence() {
        listen(0, 100);

        assertThat(rule.tooOldBefore(START.plusSeconds(114))).isPresent();
    }

    @Test
    void aWrittenTimeStandsForANinthOfTheTimeout() {
        assertThat(rule.betweenWrites()).isEqualTo(Duration.ofSeconds(10));
    }

    private void listen(int from, int to) {
        for (int second = from; second <= to; second++) {
            rule.tooOldBefore(START.plusSeconds(second));
        }
    }
}
