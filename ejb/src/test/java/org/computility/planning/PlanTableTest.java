package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.util.UUID;
import org.computility.planning.drafts.PlanDraft;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.Test;

class PlanTableTest {

    private static final UUID ORGANISATION = UUID.randomUUID();

    private final PlanTable plans = new PlanTable(TestDatabase.fresh());

    @Test
    void aGivenInspectionSaysAnewWhetherItsRoundsHaveALimit() {
        long id = plans.insert(draft("p", new PlanDraft.Inspection(5, 10, 3)), ORGANISATION, NOW);

        plans.update(id, draft("q", null), NOW);
        assertThat(plans.find(id).orElseThrow().roundLimit()).isEqualTo(3);
        plans.update(id, draft(null, new PlanDraft.Inspection(6, null, null)), NOW);

        Plan plan = plans.find(id).orElseThrow();
        assertThat(plan.roundLimit()).isNull();
        assertThat(plan.name()).isEqualTo("q");
        assertThat(plan.concurrency()).isEqualTo(6);
        assertThat(plan.duration()).isEqualTo(10);
    }

    @Test
    void isModifiedWhenItsInstancesAre() {
        long id = plans.insert(draft("p", new PlanDraft.Inspection(5, 10, 3)), ORGANISATION, NOW);

        plans.touch(id, NOW.plusSeconds(7));

        assertThat(plans.find(id).orElseThrow().modifiedAt()).isEqualTo(NOW.plusSeconds(7));
        assertThat(plans.find(id).orElseThrow().createdAt()).isEqualTo(NOW);
    }

    @Test
    void anotherOrganisationFindsNoneToLock() {
        long id = plans.insert(draft("p", new PlanDraft.Inspection(5, 10, 3)), ORGANISATION, NOW);

        assertThat(plans.lock(id, UUID.randomUUID())).isEmpty();
        assertThat(plans.lock(id, ORGANISATION)).isPresent();
        assertThat(plans.lock(id, null)).isPresent();
    }

    private static PlanDraft draft(String name, PlanDraft.Inspection inspection) {
        return new PlanDraft(
                name, PlanType.VIDEO_REALTIME, PlanMode.INSPECTIVE, null, null, null, null, inspection, null, false);
    }
}
