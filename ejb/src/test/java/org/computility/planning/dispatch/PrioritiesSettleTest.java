package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.placement.Round;
import org.computility.planning.dispatch.preemption.SomePreemption;
import org.computility.planning.dispatch.preemption.Yielding;
import org.computility.planning.quotas.Licensed;
import org.computility.planning.state.InstanceState;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceRoom;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.computility.shared.timing.HandClock;
import org.hibernate.StatelessSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Instances of all priorities come, go and fail at two services that do not run the same; a turn a second. Each place has
 * one task at most all the time, and once nothing happens any more, nobody takes another's place again and again.
 */
class PrioritiesSettleTest {

    private static final StatelessSession SESSION = TestEntities.session(TestDatabase.fresh());
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final Map<UUID, ServiceRoom> SERVICES =
            Map.of(ONE, room(ONE, "node-1", Set.of("M")), OTHER, room(OTHER, "node-2", Set.of("M", "N")));

    private final HandClock clock = new HandClock();
    private final PlanningRows rows = new PlanningRows(SESSION, clock.instant());
    private final Claiming claiming = claiming();
    private final Ends ends = new Ends_(SESSION);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void nobodyTakesPlacesByTurns(long seed) {
        rows.empty();
        Random random = new Random(seed);
        long plan = rows.plan("PERIODIC", false);
        for (int turn = 0; turn < 25; turn++) {
            happen(random, plan);
            turn();
        }
        int took = 0;
        for (int turn = 0; turn < 50; turn++) {
            int yielding = turn();
            took = turn < 30 ? 0 : took + yielding;
        }

        assertThat(took)
                .as("places that were taken after half a minute of peace")
                .isZero();
        assertThat(rows.count("task_instance where state = 'RUNNING'")).isEqualTo(4);
        assertThat(rows.count("instance_run where outcome = 'PREEMPTED'")).isPositive();
        assertThat(waiting())
                .as("nobody who runs is below somebody who waits and gave no way")
                .isNotEmpty()
                .allSatisfy(waits -> assertThat(lowest(waits.code())).isGreaterThanOrEqualTo(waits.priority()));
    }

    private void happen(Random random, long plan) {
        UUID id = rows.instance(plan, InstanceState.PENDING, random.nextInt(10), clock.instant());
        rows.write("update task_instance set algo_def_code = ?1 where id = ?2", random.nextInt(3) == 0 ? "N" : "M", id);
        List<UUID> running =
                new ArrayList<>(rows.all(UUID.class, "select id from task_instance where state = 'RUNNING'"));
        Collections.shuffle(running, random);
        if (!running.isEmpty() && random.nextInt(4) == 0) {
            ends.lost(running.subList(0, 1), "lost", clock.instant());
        }
    }

    /** One second of the platform, whose nodes do what they are told; how many gave way. */
    private int turn() {
        Claiming.Claim claim = rows.commit(() -> claiming.claimDue(Round.at(clock.instant()), 100));
        rows.write("update task_instance set state = 'RUNNING' where state = 'STARTING'");
        Set<UUID> ended = claim.yielding().stream().map(Yielding::id).collect(Collectors.toCollection(HashSet::new));
        rows.commit(() -> {
            claiming.preemption.note(claim.yielding(), ended, Map.of());
            return null;
        });
        assertThat(rows.all(
                        Long.class, "select count(*) from task_instance where state = 'RUNNING' group by service_id"))
                .allSatisfy(taken -> assertThat(taken).isLessThanOrEqualTo(2));
        clock.pass(Duration.ofSeconds(1));
        return ended.size();
    }

    private record Waits(String code, int priority) {}

    private List<Waits> waiting() {
        return rows
                .all(Object[].class, "select algo_def_code, priority from task_instance where state = 'PENDING'")
                .stream()
                .map(row -> new Waits((String) row[0], ((Number) row[1]).intValue()))
                .toList();
    }

    /** The lowest priority that runs where this capability could. */
    private int lowest(String code) {
        UUID[] suiting = SERVICES.values().stream()
                .filter(service -> service.algoDefCodes().contains(code))
                .map(ServiceRoom::serviceId)
                .toArray(UUID[]::new);
        return rows.one(
                Integer.class,
                "select cast(min(priority) as integer) from task_instance where state = 'RUNNING' and service_id = any(?1)",
                (Object) suiting);
    }

    private Claiming claiming() {
        Claiming turns = new Claiming();
        turns.starts = new Starts_(SESSION);
        turns.services = new TwoServices();
        turns.preemption = SomePreemption.of(SESSION, clock, turns.services);
        turns.quotas = Licensed.quotas(SESSION);
        turns.clock = clock;
        turns.avoided = new NodesToAvoid();
        turns.avoided.clock = clock;
        turns.nodes = new ComputeNodes() {
            @Override
            public List<NodeView> online() {
                return List.of();
            }
        };
        return turns;
    }

    private static ServiceRoom room(UUID id, String node, Set<String> codes) {
        return new ServiceRoom(id, PlanningRows.ORGANISATION, node, codes, 2, false);
    }

    private static final class TwoServices extends ServiceKeeping {

        @Override
        public List<ServiceRoom> running(UUID organisationId, Set<String> algoDefCodes) {
            return SERVICES.values().stream()
                    .filter(service -> !Collections.disjoint(service.algoDefCodes(), algoDefCodes))
                    .toList();
        }

        @Override
        public List<ServiceRoom> lockRunning(Set<UUID> organisations, Set<String> algoDefCodes) {
            return running(PlanningRows.ORGANISATION, algoDefCodes);
        }
    }
}
