package org.computility.serving.replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.serving.HeldServices.OtherReplicas;
import org.computility.serving.HeldServices.SameReplicas;
import org.computility.serving.HeldServices.UnansweredUnload;
import org.computility.shared.Conflict;
import org.computility.shared.Unavailable;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.Test;

class RemindersTest {

    private static final UUID SERVICE = UUID.randomUUID();
    private static final Duration BETWEEN = Duration.ofSeconds(30);

    private final HandClock clock = new HandClock();
    private final List<UUID> told = new ArrayList<>();
    private final List<String> unloaded = new ArrayList<>();
    private final Reminders reminders = new Reminders();

    RemindersTest() {
        reminders.clock = clock;
        reminders.resizing = new Resizing() {
            @Override
            public void repeat(UUID serviceId) {
                told.add(serviceId);
                throw new Conflict("node-refused", "as the test says");
            }

            @Override
            public void unload(UUID serviceId) {
                unloaded.add("unload " + serviceId);
                throw new Unavailable("node-timed-out", "as the test says");
            }

            @Override
            public void left(UUID serviceId) {
                unloaded.add("left " + serviceId);
            }
        };
    }

    @Test
    void aDifferenceThatStaysIsMended() {
        see(3, 4);
        assertThat(told).as("a change may be going on").isEmpty();

        see(3, 4);

        assertThat(told).containsExactly(SERVICE);
    }

    @Test
    void whoCountsOtherwiseIsRemindedLessAndLessOften() {
        for (int minute = 0; minute < 60; minute++) {
            see(3, 4);
            see(3, 4);
        }

        assertThat(told).as("after ½, 1½, 3½, 7 … minutes").hasSizeBetween(5, 7);
    }

    @Test
    void numbersThatChangeAreAChangeThatIsGoingOn() {
        see(3, 4);
        see(4, 5);
        see(4, 3);

        assertThat(told).isEmpty();
    }

    @Test
    void twoLooksWithinAChangeAreOne() {
        see(3, 4);
        clock.pass(BETWEEN.negated().plusSeconds(5));
        see(3, 4);

        assertThat(told).isEmpty();
    }

    @Test
    void whatHasSettledIsForgotten() {
        see(3, 4);
        reminders.on(new SameReplicas(SERVICE));
        see(3, 4);

        assertThat(told).as("another change, that may be going on").isEmpty();
    }

    @Test
    void anUnloadIsToldAgainUntilTheServiceIsGone() {
        for (int comparison = 0; comparison < 2; comparison++) {
            assertThatThrownBy(() -> reminders.on(new UnansweredUnload(SERVICE, true)))
                    .as("the node is asked nothing else for now")
                    .isInstanceOf(Unavailable.class);
        }
        reminders.on(new UnansweredUnload(SERVICE, false));

        assertThat(unloaded).containsExactly("unload " + SERVICE, "unload " + SERVICE, "left " + SERVICE);
    }

    private void see(int there, int wanted) {
        reminders.on(new OtherReplicas(SERVICE, there, wanted));
        clock.pass(BETWEEN);
    }
}
