package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.computility.planning.LockOrder.NOW;

import jakarta.persistence.PessimisticLockException;
import java.util.List;
import java.util.UUID;
import org.computility.planning.drafts.InspectionSpec;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.drafts.PlanType;
import org.computility.planning.state.InstanceState;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

class PlansTest {

    private static final UUID ORGANISATION = UUID.randomUUID();

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final Plans plans = new Plans_(session);

    @Test
    void aGivenInspectionSaysAnewWhetherItsRoundsHaveALimit() {
        long id = insert();

        change(id, change("q", null));
        assertThat(view(id).inspectionPlan().roundLimit()).isEqualTo(3);
        change(id, change(null, new InspectionSpec(6, null, null, null, false)));

        PlanView plan = view(id);
        assertThat(plan.inspectionPlan().roundLimit()).isNull();
        assertThat(plan.name()).isEqualTo("q");
        assertThat(plan.inspectionPlan().concurrency()).isEqualTo(6);
        assertThat(plan.inspectionPlan().duration()).isEqualTo(10);
    }

    @Test
    void isModifiedWhenItsInstancesAre() {
        long id = insert();

        plans.touch(id, NOW.plusSeconds(7));

        assertThat(view(id).modifiedAt()).isEqualTo(NOW.plusSeconds(7));
        assertThat(view(id).createdAt()).isEqualTo(NOW);
    }

    @Test
    void countsNoInstanceAsDoneThatFoundNoRoom() {
        long id = insert();
        PlanningRows rows = new PlanningRows(session, NOW);
        UUID instance = rows.instance(id, InstanceState.PENDING, 0, null);
        rows.write("""
                update task_plan set after_number = (select number from task_instance where id = ?1) where id = ?2
                """, instance, id);
        assertThat(plans.counts(new Long[] {id}).get(0).done()).isOne();

        rows.write("update task_instance set postponed = true where id = ?1", instance);

        assertThat(plans.counts(new Long[] {id}).get(0).done()).isZero();
    }

    @Test
    void whoLockedAPlanLetsAStartOpenRunsOfIt() {
        long id = insert();
        StatelessSession start = TestEntities.beside(session);
        session.beginTransaction();
        start.beginTransaction();

        plans.lock(id, null);
        start.createNativeMutationQuery("set local lock_timeout = '2s'").executeUpdate();
        int opened = start.createNativeMutationQuery("""
                        insert into instance_run (plan_id, instance_id, round, started_at) values (?1, gen_random_uuid(), 1, now())
                        """).setParameter(1, id).executeUpdate();

        assertThat(opened).isOne();
        start.getTransaction().rollback();
        session.getTransaction().rollback();
    }

    @Test
    void whoLockedAPlanKeepsOthersFromLockingIt() {
        long id = insert();
        StatelessSession other = TestEntities.beside(session);
        session.beginTransaction();
        other.beginTransaction();

        plans.lock(id, null);
        other.createNativeMutationQuery("set local lock_timeout = '100ms'").executeUpdate();

        assertThatThrownBy(() -> new Plans_(other).lock(id, null)).isInstanceOf(PessimisticLockException.class);
        other.getTransaction().rollback();
        session.getTransaction().rollback();
    }

    @Test
    void anotherOrganisationFindsNoneToLock() {
        long id = insert();

        assertThat(plans.lock(id, UUID.randomUUID())).isEmpty();
        assertThat(plans.lock(id, ORGANISATION)).isPresent();
        assertThat(plans.lock(id, null)).isPresent();
    }

    private PlanView view(long id) {
        return plans.find(id).orElseThrow().view(Plans.Counts.NONE, List.of());
    }

    private long insert() {
        InspectionSpec inspection = new InspectionSpec(5, 10, 3, List.of(), false);
        NewPlan wanted = NewPlan.inspective("p", PlanType.VIDEO_REALTIME, inspection);
        return (Long) session.insert(Plan.of(wanted, ORGANISATION, NOW));
    }

    private void change(long id, PlanChange change) {
        Plan plan = plans.find(id).orElseThrow();
        plan.change(change, NOW);
        session.update(plan);
    }

    private static PlanChange change(String name, InspectionSpec inspection) {
        return new PlanChange(name, null, null, null, null, null, inspection);
    }
}
