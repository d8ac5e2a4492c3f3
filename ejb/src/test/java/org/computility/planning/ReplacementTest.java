package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.computility.planning.documents.TaskDocument;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.junit.jupiter.api.Test;

class ReplacementTest {

    private final TaskInstance kept = new SomeInstance(InstanceState.PAUSED).of(PlanMode.PERIODIC, false);
    private final TaskInstance gone = new SomeInstance(InstanceState.ERROR).of(PlanMode.PERIODIC, false);

    @Test
    void changesTheKnownAddsTheNewAndRemovesTheRest() {
        InstanceDraft change = draft(InstanceIds.of(kept.id()));
        InstanceDraft fresh = draft(null);

        Replacement replacement = Replacement.of(List.of(kept, gone), List.of(change, fresh), 7);

        assertThat(replacement.changed()).containsOnlyKeys(kept).containsValue(change.spec());
        assertThat(replacement.added()).containsExactly(fresh.spec());
        assertThat(replacement.removed()).containsExactly(gone);
    }

    @Test
    void refusesAnIdThatIsNoneOfThePlansAndNamesTheMember() {
        InstanceDraft stranger = draft(InstanceIds.of(UUID.randomUUID()));

        assertThatThrownBy(() -> Replacement.of(List.of(kept), List.of(stranger), 7))
                .isInstanceOfSatisfying(
                        NotFound.class, refusal -> assertThat(refusal.member()).isEqualTo("instances[0].id"));
    }

    @Test
    void refusesWhileOneOfThePresentMayRun() {
        TaskInstance running = new SomeInstance(InstanceState.RUNNING).of(PlanMode.PERIODIC, false);

        assertThatThrownBy(() -> Replacement.of(List.of(kept, running), List.of(), 7))
                .isInstanceOf(Conflict.class);
    }

    private static InstanceDraft draft(InstanceIds id) {
        InstanceSpec spec = new InstanceSpec(id, "M", null, 0, null, List.of(), List.of(), TaskDocument.EMPTY);
        return new InstanceDraft("instances[0]", spec);
    }
}
