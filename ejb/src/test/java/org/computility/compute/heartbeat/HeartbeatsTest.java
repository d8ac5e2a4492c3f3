package org.computility.compute.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {

    private static final Instant EARLY = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(1);

    private final Heartbeats heartbeats = new Heartbeats();

    @Test
    void manyBeatsOfANodeAreOneWrite() {
        heartbeats.beat("a", EARLY);
        heartbeats.beat("a", LATE);

        assertThat(heartbeats.take()).containsExactly(Map.entry("a", LATE));
        assertThat(heartbeats.take()).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenComesBackUnlessNewerCameMeanwhile() {
        heartbeats.beat("a", EARLY);
        heartbeats.beat("b", EARLY);
        Map<String, Instant> taken = heartbeats.take();
        heartbeats.beat("a", LATE);

        heartbeats.giveBack(taken);

        assertThat(heartbeats.take()).containsExactlyInAnyOrderEntriesOf(Map.of("a", LATE, "b", EARLY));
    }

    @Test
    void aForgottenCodeIsNeitherKnownNorWritten() {
        heartbeats.learn("a");
        heartbeats.beat("a", EARLY);

        heartbeats.forget("a");

        assertThat(heartbeats.knows("a")).isFalse();
        assertThat(heartbeats.take()).isEmpty();
    }
}
