package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.TaskInfo;
import org.computility.planning.drafts.TaskInfoForm;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.junit.jupiter.api.Test;

class ReplacementTest {

    private final TaskInstance kept = new SomeInstance(InstanceState.PAUSED).of(PlanMode.PERIODIC, false);
    private final TaskInstance gone = new SomeInstance(InstanceState.ERROR).of(PlanMode.PERIODIC, false);

    @Test
    void changesTheKnownAddsTheNewAndRemovesTheRest() {
        TaskInfo change = info(kept.id().toString());
        TaskInfo fresh = info(null);

        Replacement replacement = Replacement.of(List.of(kept, gone), List.of(change, fresh), 7);

        assertThat(replacement.changed()).containsOnlyKeys(kept).containsValue(change);
        assertThat(replacement.added()).containsExactly(fresh);
        assertThat(replacement.removed()).containsExactly(gone);
    }

    @Test
    void refusesAnIdThatIsNoneOfThePlansAndNamesTheMember() {
        TaskInfo stranger = info(UUID.randomUUID().toString());

        assertThatThrownBy(() -> Replacement.of(List.of(kept), List.of(stranger), 7))
                .isInstanceOfSatisfying(
                        NotFound.class, refusal -> assertThat(refusal.member()).isEqualTo("AlgoTaskInfos[0].ID"));
    }

    @Test
    void refusesWhileOneOfThePresentMayRun() {
        TaskInstance running = new SomeInstance(InstanceState.RUNNING).of(PlanMode.PERIODIC, false);

        assertThatThrownBy(() -> Replacement.of(List.of(kept, running), List.of(), 7))
                .isInstanceOf(Conflict.class);
    }

    private static TaskInfo info(String id) {
        return new TaskInfo(id, TaskInfoForm.read("{}"), "M", null, 0, null, "AlgoTaskInfos[0]");
    }
}
