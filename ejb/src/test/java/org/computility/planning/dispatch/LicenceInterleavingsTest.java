package org.computility.planning.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.planning.PlanningRows;
import org.computility.planning.dispatch.placement.Round;
import org.computility.planning.dispatch.preemption.SomePreemption;
import org.computility.planning.quotas.Licensed;
import org.computility.planning.state.InstanceState;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceRoom;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two dispatchers on one database start, stop and die in any order, two thousand steps in all ({@code
 * -Dcomputility.quotas.steps=10000} makes more); a third connection looks after each. They die in the middle of a start, after it,
 * and between an order to stop and its end. Rooms are ample and services are not locked, so nothing but licences is in the way.
 */
class LicenceInterleavingsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final int STEPS = Integer.getInteger("computility.quotas.steps", 2_000);
    private static final int INSTANCES = 24;
    private static final long SEED = 20261130;
    private static final List<String> CODES = List.of("A", "B");
    private static final String DEVICE = "node-1";

    /** Of A: 2 on all devices and 3 on one; of B: 4 on all. */
    private static final List<Integer> QUOTAS = List.of(5, 4);

    private static final SessionFactory DATABASE =
            TestEntities.over(TestDatabase.fresh()).unwrap(SessionFactory.class);

    private final StatelessSession looking = DATABASE.openStatelessSession();
    private final PlanningRows rows = new PlanningRows(looking, NOW);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger fullest = new AtomicInteger();
    private final Map<Death, Integer> deaths = new ConcurrentHashMap<>();

    /** What dead servers had started or were stopping; in the rows it looks as what any other server has. */
    private final Queue<UUID> orphans = new ConcurrentLinkedQueue<>();

    private enum Death {
        BEFORE_COMMIT,
        AFTER_COMMIT,
        WHILE_STOPPING
    }

    @BeforeEach
    void license() {
        long plan = rows.plan("PERIODIC", false);
        for (int i = 0; i < INSTANCES; i++) {
            UUID id = rows.instance(plan, InstanceState.PENDING, i % 3, NOW);
            rows.write("update task_instance set algo_def_code = ?1 where id = ?2", CODES.get(i % 2), id);
        }
        Licensed.file(rows, PlanningRows.ORGANISATION, null, "A", 2);
        Licensed.file(rows, PlanningRows.ORGANISATION, DEVICE, "A", 3);
        Licensed.file(rows, PlanningRows.ORGANISATION, null, "B", 4);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void neverExceedAQuotaAndNeverLeakAStream() throws Exception {
        Future<?> one = threads.submit(new Dispatcher(new Random(SEED)));
        Future<?> other = threads.submit(new Dispatcher(new Random(SEED + 1)));
        one.get();
        other.get();

        assertThat(steps.get()).isGreaterThanOrEqualTo(STEPS);
        assertThat(fullest.get()).as("streams at once, when most ran").isEqualTo(9);
        assertThat(deaths).containsOnlyKeys(Death.values());

        Dispatcher last = new Dispatcher(new Random(SEED));
        last.stop(rows.all(UUID.class, "select id from task_instance where state <> 'PENDING'"));
        assertThat(rows.count("task_instance where state = 'PENDING'"))
                .as("all are stopped, whoever had started them")
                .isEqualTo(INSTANCES);
        last.rowsAreDue();
        last.transaction(() -> last.claiming.claimDue(Round.at(NOW), INSTANCES));
        for (int i = 0; i < CODES.size(); i++) {
            assertThat(running(CODES.get(i)))
                    .as("nothing leaked")
                    .isEqualTo(QUOTAS.get(i).longValue());
        }
        assertThat(rows.count("task_instance where state = 'PENDING' and message like 'The licences of % allow%'"))
                .isEqualTo(INSTANCES - 9);
    }

    private long running(String code) {
        return rows.count(
                "task_instance where algo_def_code = ?1 and state in ('STARTING', 'RUNNING', 'STOPPING')", code);
    }

    /** One statement sees one moment. */
    private synchronized void look() {
        List<Object[]> counts = looking.createNativeQuery("""
                        select algo_def_code, count(*), count(*) filter (where compute_code <> ?1) from task_instance
                        where state in ('STARTING', 'RUNNING', 'STOPPING') group by algo_def_code
                        """, Object[].class)
                .setParameter(1, DEVICE)
                .getResultList();
        int all = 0;
        for (Object[] count : counts) {
            int code = CODES.indexOf((String) count[0]);
            int streams = ((Number) count[1]).intValue();
            assertThat(streams).isLessThanOrEqualTo(QUOTAS.get(code));
            if (code == 0) {
                assertThat(((Number) count[2]).intValue())
                        .as("without the device's own licences")
                        .isLessThanOrEqualTo(2);
            }
            all += streams;
        }
        fullest.accumulateAndGet(all, Math::max);
    }

    /** A server of the platform. */
    private final class Dispatcher implements Callable<Void> {

        private final Random random;
        private final List<UUID> mine = new ArrayList<>();
        private StatelessSession session;
        private Claiming claiming;
        private Ends ends;

        Dispatcher(Random random) {
            this.random = random;
            begin();
        }

        private void begin() {
            session = DATABASE.openStatelessSession();
            // What a disk does with a commit is not the matter here.
            session.createNativeQuery("select set_config('synchronous_commit', 'off', false)", String.class)
                    .getSingleResult();
            ends = new Ends_(session);
            claiming = new Claiming();
            claiming.starts = new Starts_(session);
            claiming.quotas = Licensed.quotas(session);
            claiming.clock = Clock.fixed(NOW, ZoneOffset.UTC);
            claiming.avoided = new NodesToAvoid();
            claiming.avoided.clock = claiming.clock;
            claiming.services = new AmpleServices();
            claiming.preemption = SomePreemption.of(session, claiming.clock, claiming.services);
            claiming.nodes = new ComputeNodes() {
                @Override
                public List<NodeView> online() {
                    return List.of();
                }
            };
        }

        @Override
        public Void call() {
            while (steps.incrementAndGet() <= STEPS) {
                step(random.nextInt(100));
                look();
            }
            session.close();
            return null;
        }

        private void step(int kind) {
            if (kind < 50) {
                transaction(() -> mine.addAll(claim()));
            } else if (kind < 88) {
                List<UUID> some =
                        mine.stream().filter(id -> random.nextBoolean()).toList();
                mine.removeAll(some);
                stop(some);
            } else if (kind < 91) {
                stop(Stream.generate(orphans::poll)
                        .takeWhile(Objects::nonNull)
                        .distinct()
                        .toList());
            } else {
                die(Death.values()[kind % Death.values().length]);
            }
        }

        private List<UUID> claim() {
            return claiming.claimDue(Round.at(NOW), 1 + random.nextInt(6)).chosen().stream()
                    .map(chosen -> chosen.wish().id())
                    .toList();
        }

        private void stop(List<UUID> some) {
            UUID[] ids = some.toArray(new UUID[0]);
            transaction(() -> {
                ends.stopping(ids, NOW);
                ends.stopped(ids, "PENDING", "STOPPED", null, NOW);
            });
            // What waits for room comes due again.
            rowsAreDue();
        }

        /** The database ends the transaction of a server that is gone; another server stops what it had. */
        private void die(Death death) {
            Integer backend = session.createNativeQuery("select pg_backend_pid()", Integer.class)
                    .getSingleResult();
            session.beginTransaction();
            switch (death) {
                case BEFORE_COMMIT -> claim();
                case AFTER_COMMIT -> {
                    mine.addAll(claim());
                    session.getTransaction().commit();
                }
                case WHILE_STOPPING -> {
                    ends.stopping(mine.toArray(new UUID[0]), NOW);
                    session.getTransaction().commit();
                }
            }
            kill(backend);
            deaths.merge(death, 1, Integer::sum);
            orphans.addAll(mine);
            mine.clear();
            begin();
        }

        private void rowsAreDue() {
            transaction(() -> session.createNativeMutationQuery(
                            "update task_instance set retry_at = ?1 where state = 'PENDING' and id in"
                                    + " (select id from task_instance order by number for update skip locked)")
                    .setParameter(1, NOW)
                    .executeUpdate());
        }

        private void kill(int backend) {
            synchronized (LicenceInterleavingsTest.this) {
                rows.one(Boolean.class, "select pg_terminate_backend(?1)", backend);
            }
        }

        private void transaction(Runnable work) {
            Transaction transaction = session.beginTransaction();
            work.run();
            transaction.commit();
        }
    }

    private static final class AmpleServices extends ServiceKeeping {

        private static final List<ServiceRoom> ROOMS = List.of(room("node-1", 100), room("node-2", 100));

        private static ServiceRoom room(String node, int slots) {
            return new ServiceRoom(UUID.randomUUID(), PlanningRows.ORGANISATION, node, Set.copyOf(CODES), slots, false);
        }

        @Override
        public List<ServiceRoom> lockRunning(Set<UUID> organisations, Set<String> algoDefCodes) {
            return ROOMS;
        }

        @Override
        public List<ServiceRoom> running(UUID organisationId, Set<String> algoDefCodes) {
            return ROOMS;
        }
    }
}
