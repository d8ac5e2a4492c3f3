package org.computility.planning.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.planning.LockOrder.NOW;

import java.util.List;
import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.computility.planning.state.InstanceState;
import org.computility.shared.PageRequest;
import org.computility.shared.database.ExplainedDatabase;
import org.computility.shared.database.Paged;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;

class InstanceRunsTest {

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final PlanningRows rows = new PlanningRows(session, NOW);
    private final InstanceRuns runs = new InstanceRuns_(session);

    @Test
    void listsTheRunsOfAPlanOldestFirst() {
        long plan = rows.plan("INSPECTIVE", true);
        UUID instance = rows.instance(plan, InstanceState.RUNNING, 0, null);
        run(plan, instance, 1);
        run(plan, instance, 2);
        run(rows.plan("INSPECTIVE", true), UUID.randomUUID(), 1);

        assertThat(runs.total(plan)).isEqualTo(2);
        assertThat(Paged.list(runs.of(plan), new PageRequest(2, 1, List.of())))
                .singleElement()
                .satisfies(run -> {
                    InstanceRunView view = run.view();
                    assertThat(view.round()).isEqualTo(2);
                    assertThat(view.instanceId()).isEqualTo(instance);
                    assertThat(view.startedAt()).isEqualTo(NOW);
                    assertThat(view.endedAt()).isNull();
                });
    }

    @Test
    void aPageBeyondAllIsEmpty() {
        long plan = rows.plan("INSPECTIVE", true);
        run(plan, rows.instance(plan, InstanceState.RUNNING, 0, null), 1);

        // Times ten, these overflow 32 bits: to a negative offset, and to one of the first pages.
        assertThat(Paged.list(runs.of(plan), new PageRequest(Integer.MAX_VALUE, 10, List.of())))
                .isEmpty();
        assertThat(Paged.list(runs.of(plan), new PageRequest(429_496_730, 10, List.of())))
                .isEmpty();
    }

    @Test
    void countsTheRunsThatLieInATimeAndTheirSecondsWithinIt() {
        long plan = rows.plan("INSPECTIVE", true);
        UUID instance = rows.instance(plan, InstanceState.RUNNING, 0, null);
        UUID service = UUID.randomUUID();
        run(plan, instance, service, -100, -50, "FINISHED");
        run(plan, instance, service, -20, 5, "FINISHED");
        run(plan, instance, service, 10, 12, "FINISHED");
        run(plan, instance, service, 15, 15, "ERROR");
        run(plan, instance, null, 20, 20, "NO_ROOM");
        run(plan, instance, service, 30, null, null);
        run(plan, UUID.randomUUID(), service, 10, 20, "FINISHED");
        run(rows.plan("INSPECTIVE", true), instance, service, 10, 20, "FINISHED");

        assertThat(runs.counted(
                        new Long[] {plan}, new UUID[] {instance}, NOW, NOW.plusSeconds(100), NOW.plusSeconds(40)))
                .containsExactlyInAnyOrder(
                        new RunCount(instance, service, "n", "FINISHED", 2, 7),
                        new RunCount(instance, service, "n", "ERROR", 1, 0),
                        new RunCount(instance, null, "n", "NO_ROOM", 1, 0),
                        new RunCount(instance, service, "n", null, 1, 10));
        assertThat(runs.counted(
                        new Long[] {plan}, new UUID[] {instance}, NOW, NOW.plusSeconds(35), NOW.plusSeconds(400)))
                .contains(new RunCount(instance, service, "n", null, 1, 5));
    }

    /** An evaluation asks for a few instances of a plan that may have thousands. */
    @Test
    void countsTheRunsOfAnInstanceWithoutReadingItsPlansOthers() {
        ExplainedDatabase database = new ExplainedDatabase(TestDatabase.fresh());
        StatelessSession explained = TestEntities.session(database.explained());
        PlanningRows some = new PlanningRows(explained, NOW);
        long plan = some.plan("PERIODIC", true);
        some.write("""
                insert into instance_run (plan_id, instance_id, compute_code, started_at, ended_at, outcome)
                select ?1, cast(lpad(to_hex(n % 200), 32, '0') as uuid), 'n', ?2, ?2, 'FINISHED'
                from generate_series(1, 20000) n
                """, plan, NOW);
        some.write("analyze instance_run");
        database.plans();

        assertThat(new InstanceRuns_(explained)
                        .counted(
                                new Long[] {plan},
                                new UUID[] {new UUID(0, 7)},
                                NOW.minusSeconds(1),
                                NOW.plusSeconds(1),
                                NOW))
                .singleElement()
                .satisfies(count -> assertThat(count.runs()).isEqualTo(100));

        assertThat(database.plans()).singleElement().asString().contains("instance_run_instance");
    }

    private void run(long plan, UUID instance, UUID service, int start, Integer end, String outcome) {
        rows.write(
                """
                insert into instance_run (plan_id, instance_id, service_id, compute_code, started_at, ended_at, outcome)
                values (?1, ?2, cast(?3 as uuid), 'n', ?4, cast(?5 as timestamptz), cast(?6 as text))
                """,
                plan,
                instance,
                service == null ? null : service.toString(),
                NOW.plusSeconds(start),
                end == null ? null : NOW.plusSeconds(end).toString(),
                outcome);
    }

    private void run(long plan, UUID instance, int round) {
        rows.write(
                "insert into instance_run (plan_id, instance_id, round, started_at) values (?1, ?2, ?3, ?4)",
                plan,
                instance,
                round,
                NOW);
    }
}
