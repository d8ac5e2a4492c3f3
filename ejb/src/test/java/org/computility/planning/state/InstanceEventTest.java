package org.computility.planning.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.state.InstanceState.ERROR;
import static org.computility.planning.state.InstanceState.FINISHED;
import static org.computility.planning.state.InstanceState.PAUSED;
import static org.computility.planning.state.InstanceState.PENDING;
import static org.computility.planning.state.InstanceState.RUNNING;
import static org.computility.planning.state.InstanceState.STARTING;
import static org.computility.planning.state.InstanceState.STOPPING;
import static org.computility.planning.state.InstanceState.YIELDED;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceEventTest {

    @ParameterizedTest
    @EnumSource
    void reachesAndLeavesEveryState(InstanceState state) {
        assertThat(to(state)).isNotEmpty();
        assertThat(from(state)).isNotEmpty();
    }

    @Test
    void onlyANodeThatHasItMakesItRun() {
        assertThat(to(RUNNING))
                .as("frames come, or its stop was in vain")
                .containsExactlyInAnyOrder(STARTING, STOPPING);
        assertThat(to(STARTING)).containsExactlyInAnyOrder(PENDING, YIELDED, FINISHED, ERROR, RUNNING);
    }

    @Test
    void whatIsPausedWaitsBeforeItRuns() {
        assertThat(from(PAUSED)).containsExactly(PENDING);
    }

    private static Set<InstanceState> from(InstanceState state) {
        return steps().stream()
                .filter(step -> step.from() == state)
                .map(Transition::to)
                .collect(Collectors.toSet());
    }

    private static Set<InstanceState> to(InstanceState state) {
        return steps().stream()
                .filter(step -> step.to() == state)
                .map(Transition::from)
                .collect(Collectors.toSet());
    }

    private static Set<Transition> steps() {
        return Arrays.stream(InstanceEvent.values())
                .flatMap(event -> event.transitions().stream())
                .collect(Collectors.toSet());
    }
}
