package org.computility.planning.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.Dispatch;
import org.computility.planning.quotas.Licensed;
import org.computility.planning.state.InstanceState;
import org.computility.serving.replicas.ServiceTasks;
import org.computility.serving.replicas.ServiceTasks.Waiting;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TasksOfServicesTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    private final PlanningRows rows = new PlanningRows(SESSION, NOW);
    private final TasksOfServices tasks = new TasksOfServices();
    private final List<String> stopped = new ArrayList<>();
    private final UUID service = UUID.randomUUID();
    private long plan;

    @BeforeEach
    void assemble() {
        rows.empty();
        plan = rows.plan("PERIODIC", true);
        rows.write("truncate licence_file cascade");
        tasks.instances = new DemandingInstances_(SESSION);
        tasks.quotas = Licensed.quotas(SESSION);
        tasks.dispatch = new Dispatch() {
            @Override
            public void move(Collection<UUID> ids, String reason) {
                stopped.add(ids + " " + reason);
            }
        };
    }

    @Test
    void theYoungestOfTheLowestPriorityLeave() {
        UUID stopping = placed(InstanceState.STOPPING, 9);
        UUID first = placed(InstanceState.RUNNING, 5);
        UUID low = placed(InstanceState.RUNNING, 1);
        UUID high = placed(InstanceState.STARTING, 9);
        UUID young = placed(InstanceState.RUNNING, 5);

        tasks.leave(service, 2, "because");
        tasks.leave(service, 5, "nobody has to");
        assertThat(tasks.taken(List.of(service, UUID.randomUUID()))).hasSize(1).containsEntry(service, 5);
        assertThat(stopped)
                .as("%s and %s stay", high, first)
                .containsExactly(List.of(young, low, stopping) + " because");
    }

    @Test
    void thoseWaitThatLookForAPlaceAndAreBoundToNone() {
        UUID waiting = rows.instance(plan, InstanceState.PENDING, 5, NOW);
        rows.write("update task_instance set device_id = '44030500001320000001' where id = ?1", waiting);
        rows.instance(plan, InstanceState.YIELDED, 9, NOW);
        UUID bound = rows.instance(plan, InstanceState.PENDING, 5, NOW);
        rows.write("update task_instance set pinned_service = ?2 where id = ?1", bound, service);
        rows.instance(plan, InstanceState.PENDING, 5, null);
        rows.instance(plan, InstanceState.ERROR, 5, NOW);
        placed(InstanceState.RUNNING, 5);

        assertThat(tasks.waiting(PlanningRows.ORGANISATION, "M", 10))
                .containsExactly(new Waiting(null), new Waiting("44030500001320000001"));
        assertThat(tasks.waiting(PlanningRows.ORGANISATION, "M", 1)).hasSize(1);
        assertThat(tasks.waiting(PlanningRows.ORGANISATION, "N", 10)).isEmpty();
        assertThat(tasks.waiting(UUID.randomUUID(), "M", 10)).isEmpty();
    }

    @Test
    void whatLicencesStillAdmitIsToldByTheNodesThatTheyAreBoundTo() {
        placed(InstanceState.RUNNING, 5);
        rows.write("update task_instance set compute_code = 'node' where state = 'RUNNING'");
        assertThat(licensed()).isEqualTo(new ServiceTasks.Licensed(OptionalLong.empty(), Map.of()));
        Licensed.file(rows, PlanningRows.ORGANISATION, null, "M", 1);
        assertThat(licensed()).isEqualTo(new ServiceTasks.Licensed(OptionalLong.of(0), Map.of()));

        Licensed.file(rows, PlanningRows.ORGANISATION, null, "M", 1);
        assertThat(licensed()).isEqualTo(new ServiceTasks.Licensed(OptionalLong.of(1), Map.of()));
        Licensed.file(rows, PlanningRows.ORGANISATION, "node", "M", 5);
        assertThat(licensed())
                .as("what runs at the node uses the node's own licence")
                .isEqualTo(new ServiceTasks.Licensed(OptionalLong.of(2), Map.of("node", 4L)));
    }

    private ServiceTasks.Licensed licensed() {
        return tasks.licensed(PlanningRows.ORGANISATION, "M");
    }

    private UUID placed(InstanceState state, int priority) {
        UUID id = rows.instance(plan, state, priority, null);
        rows.write("update task_instance set service_id = ?2 where id = ?1", id, service);
        return id;
    }
}
