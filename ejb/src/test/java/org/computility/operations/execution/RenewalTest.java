package org.computility.operations.execution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenewalTest {

    private final LiveRun run = new LiveRun(7, 2);

    @Test
    void aRunGoesOnWhileItIsStillTheSameAttempt() {
        assertThat(new Renewal(7, 2, "STARTED").stops(run)).isFalse();
    }

    @Test
    void aPersonsStopIsHeard() {
        assertThat(new Renewal(7, 2, "STOPPING").stops(run)).isTrue();
    }

    @Test
    void anAttemptThatWasAdoptedAnewStops() {
        assertThat(new Renewal(7, 3, "STARTED").stops(run)).isTrue();
    }
}
