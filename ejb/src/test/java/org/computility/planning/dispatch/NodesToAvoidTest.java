package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.computility.compute.events.NodeReconciliation;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesToAvoidTest {

    private final HandClock clock = new HandClock();
    private final NodesToAvoid nodes = new NodesToAvoid();

    @BeforeEach
    void open() {
        nodes.clock = clock;
        nodes.reconciliation = new NodeReconciliation() {
            @Override
            public void compareAfter(String computeCode, Duration delay) {
                assertThat(delay).isEqualTo(Duration.ofSeconds(30));
            }
        };
    }

    @Test
    void aNodeThatAnswersMayAlwaysBeAsked() {
        assertThat(nodes.mayBeAsked("node")).isTrue();
        assertThat(nodes.mayBeAsked("node")).isTrue();
    }

    @Test
    void aSilentNodeIsAskedByOneOfManyEveryThreeSeconds() {
        nodes.add("silent");

        assertThat(nodes.mayBeAsked("silent")).isTrue();
        assertThat(nodes.mayBeAsked("silent")).isFalse();
        assertThat(nodes.mayBeAsked("other")).isTrue();

        clock.pass(Duration.ofSeconds(3));
        assertThat(nodes.mayBeAsked("silent")).isTrue();
        assertThat(nodes.mayBeAsked("silent")).isFalse();
    }

    @Test
    void aSilentNodeIsAvoidedForHalfAMinute() {
        nodes.add("silent");
        assertThat(nodes.contains("silent")).isTrue();

        clock.pass(Duration.ofSeconds(30));

        assertThat(nodes.contains("silent")).isFalse();
        assertThat(nodes.mayBeAsked("silent")).isTrue();
        assertThat(nodes.mayBeAsked("silent")).isTrue();
    }
}
