package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.planning.LockOrder.NOW;

import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskInstanceTest {

    private static final InstanceSpec SMOKE = InstanceSpec.of("SMOKE").build();

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "RUNNING", "STOPPING"})
    void refusesAChangeWhileANodeHasIt(InstanceState state) {
        TaskInstance instance = new SomeInstance(state).of(PlanMode.PERIODIC, false);

        assertThatThrownBy(() -> instance.change(SMOKE, NOW)).isInstanceOf(Conflict.class);
        assertThat(instance.document().text()).isEqualTo(SomeInstance.INFO);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "YIELDED"})
    void refusesAChangeWhileItWaitsForItsPlanButNotOfAPlanThatIsOff(InstanceState state) {
        TaskInstance waiting = new SomeInstance(state).of(PlanMode.PERIODIC, true);
        TaskInstance idle = new SomeInstance(state).of(PlanMode.PERIODIC, false);

        assertThatThrownBy(() -> waiting.change(SMOKE, NOW))
                .isInstanceOf(Conflict.class)
                .hasMessageEndingWith("stop it first.");
        idle.change(SMOKE, NOW);

        assertThat(idle.document()).isEqualTo(SMOKE.document());
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSED", "FINISHED", "ERROR"})
    void keepsItsStateWhenItIsChanged(InstanceState state) {
        TaskInstance instance = new SomeInstance(state).of(PlanMode.PERIODIC, true);

        instance.change(SMOKE, NOW);

        assertThat(instance.view().state()).isEqualTo(state);
    }

    @Test
    void startsByItselfUnlessItRunsInTheRoundsOfAPlanThatIsOff() {
        SomeInstance paused = new SomeInstance(InstanceState.PAUSED);

        assertThatCode(paused.of(PlanMode.PERIODIC, false)::checkStartable).doesNotThrowAnyException();
        assertThatCode(paused.of(PlanMode.INSPECTIVE, true)::checkStartable).doesNotThrowAnyException();
        assertThatThrownBy(paused.of(PlanMode.INSPECTIVE, false)::checkStartable)
                .isInstanceOf(Conflict.class);
    }
}
