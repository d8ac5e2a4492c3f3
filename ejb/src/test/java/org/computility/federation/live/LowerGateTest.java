package org.computility.federation.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LowerGateTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final LowerGate gate =
            new LowerGate(new LiveConfig(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), 2));

    @Test
    void moreThanSoManyAtOnceDoNotPileUp() {
        assertThat(gate.enter(NOW)).isEmpty();
        assertThat(gate.enter(NOW)).isEmpty();
        assertThat(gate.enter(NOW)).hasValueSatisfying(why -> assertThat(why).contains("2 questions wait"));
        gate.leave();
        assertThat(gate.enter(NOW)).isEmpty();
    }

    @Test
    void whoIsSilentThreeTimesInARowIsLeftAloneForAWhile() {
        gate.silent("dead.", NOW);
        gate.silent("dead.", NOW);
        gate.answered();
        gate.silent("dead.", NOW);
        gate.silent("dead.", NOW);
        assertThat(gate.enter(NOW)).isEmpty();
        gate.silent("dead.", NOW);
        assertThat(gate.enter(NOW.plusSeconds(29)))
                .contains("dead. It is not asked again before 2026-11-30T08:00:30Z.");

        assertThat(gate.enter(NOW.plusSeconds(30))).isEmpty();
        assertThat(gate.enter(NOW.plusSeconds(30)))
                .as("one tries")
                .contains("dead. Whether it answers again is being tried.");
        gate.silent("dead again.", NOW.plusSeconds(31));
        gate.leave();
        assertThat(gate.enter(NOW.plusSeconds(60))).isPresent();
    }
}
