package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.computility.compute.events.NodeReconciliation;
import org.computility.shared.NoSettings;
import org.computility.shared.StandardTime;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NodesToAvoidTest {

    private final HandClock clock = new HandClock();
    private final NodesToAvoid nodes = new NodesToAvoid();

    @BeforeEach
    void open() {
        NoSettings.use();
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
        nodes.add("silent", "Compute silent does not answer");

        assertThat(nodes.mayBeAsked("silent")).isTrue();
        assertThat(nodes.mayBeAsked("silent")).isFalse();
        assertThat(nodes.mayBeAsked("other")).isTrue();

        clock.pass(Duration.ofSeconds(3));
        assertThat(nodes.mayBeAsked("silent")).isTrue();
        assertThat(nodes.mayBeAsked("silent")).isFalse();
    }

    @Test
    void aNodeThatStartsNothingStopsWhatItIsTold() {
        nodes.closed("closed", "Compute closed starts nothing now");

        assertThat(nodes.contains("closed")).isTrue();
        assertThat(nodes.mayBeAsked("closed")).isTrue();
        assertThat(nodes.mayBeAsked("closed")).isTrue();
    }

    @Test
    void aSilentNodeIsAvoidedForHalfAMinute() {
        nodes.add("silent", "Compute silent does not answer");
        assertThat(nodes.contains("silent")).isTrue();

        clock.pass(Duration.ofSeconds(30));

        assertThat(nodes.contains("silent")).isFalse();
        assertThat(nodes.why("silent")).isEmpty();
        assertThat(nodes.mayBeAsked("silent")).isTrue();
        assertThat(nodes.mayBeAsked("silent")).isTrue();
    }

    @Test
    void aClockThatIsPutBackKeepsNobodyAvoided() {
        nodes.add("silent", "Compute silent does not answer");
        assertThat(nodes.mayBeAsked("silent")).isTrue();
        UUID instance = UUID.randomUUID();
        for (int time = 0; time < 3; time++) {
            nodes.notNow("full", instance);
        }

        clock.pass(Duration.ofHours(-1));

        assertThat(nodes.contains("silent")).isFalse();
        assertThat(nodes.isFull("full")).isFalse();
        nodes.add("silent", "Compute silent does not answer");
        assertThat(nodes.mayBeAsked("silent")).as("asked an hour ahead").isTrue();
        assertThat(nodes.mayBeAsked("silent")).isFalse();
    }

    @Test
    void aNodeThatHasNotAnsweredYetGetsNothingElseThatIsDueAndMissesNoGroup() {
        CompletableFuture<Void> exchange = new CompletableFuture<>();
        nodes.late("slow", exchange);

        assertThat(nodes.why("slow")).hasValue("Compute slow has not answered yet.");
        assertThat(nodes.whyAvoided("slow")).isEmpty();
        assertThat(nodes.admitsNobody("slow")).isTrue();

        exchange.complete(null);
        assertThat(nodes.contains("slow")).isFalse();
    }

    @Test
    void saysWhyANodeIsAvoidedAndHowLong() {
        Instant since = clock.instant();
        nodes.add("silent", "Compute silent does not answer");
        clock.pass(Duration.ofSeconds(29));

        assertThat(nodes.why("silent"))
                .hasValue("Compute silent does not answer (at " + StandardTime.seconds(since)
                        + "; it is asked again at " + StandardTime.seconds(since.plusSeconds(30)) + ")");
        assertThat(nodes.why("other")).isEmpty();
    }

    @Test
    void aNodeThatRefusesOneInstanceThreeTimesIsFullForAMinute() {
        UUID instance = UUID.randomUUID();
        nodes.notNow("full", instance);
        nodes.notNow("full", instance);
        assertThat(nodes.isFull("full")).isFalse();

        nodes.notNow("full", instance);
        assertThat(nodes.isFull("full")).isTrue();
        assertThat(nodes.isFull("other")).isFalse();
        assertThat(nodes.contains("full")).isFalse();

        clock.pass(Duration.ofSeconds(60));
        assertThat(nodes.isFull("full")).isFalse();
    }

    @Test
    void onlyRefusalsOfOneInstanceByOneNodeInSuccessionCount() {
        UUID instance = UUID.randomUUID();
        nodes.notNow("node", instance);
        nodes.notNow("node", instance);
        nodes.notNow("node", UUID.randomUUID());
        nodes.decided(instance);
        nodes.notNow("node", instance);
        nodes.notNow("other", instance);
        nodes.notNow("node", instance);
        nodes.notNow("node", instance);

        assertThat(nodes.isFull("node")).isFalse();
        assertThat(nodes.isFull("other")).isFalse();
    }

    @Test
    void refusalsOfTooManyInstancesAreForgotten() {
        UUID instance = UUID.randomUUID();
        nodes.notNow("node", instance);
        nodes.notNow("node", instance);
        for (int i = 0; i < 10_000; i++) {
            nodes.notNow("node", UUID.randomUUID());
        }
        nodes.notNow("node", instance);

        assertThat(nodes.isFull("node")).isFalse();
    }
}
