package org.computility.planning.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InstanceStateTest {

    @Test
    void showsOnlyTheFiveWordsOfTheStandard() {
        for (InstanceState state : InstanceState.values()) {
            assertThat(state.shown()).isIn("PENDING", "RUNNING", "PAUSED", "FINISHED", "ERROR");
        }
    }

    @Test
    void findsTheStatesBehindAWordAndTakesStoppedForPaused() {
        assertThat(InstanceState.behind("PENDING"))
                .containsExactlyInAnyOrder(InstanceState.PENDING, InstanceState.STARTING);
        assertThat(InstanceState.behind("STOPPED"))
                .containsExactlyInAnyOrder(InstanceState.PAUSED, InstanceState.YIELDED);
        assertThat(InstanceState.behind("HAPPY")).isEmpty();
    }
}
