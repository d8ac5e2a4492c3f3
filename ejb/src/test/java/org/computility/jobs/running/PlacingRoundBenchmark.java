package org.computility.jobs.running;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.computility.centers.CenterFacts;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.register.RegisterForTests;
import org.computility.jobs.running.places.Snapshots;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.hibernate.stat.Statistics;

/**
 * A round of placement with all that it asks of the database: many waiting jobs of twenty organisations, and a full network of 100 nodes. Not a test:
 * {@code main}, with the number of waiting jobs and of rounds; it stands here for its use of the doors of tests. docs/benchmarks.md (p).
 */
final class PlacingRoundBenchmark {

    private static final int CENTERS = 5;
    private static final int NODES = 20;
    private static final int CORES = 64;
    private static final int ENDING = 50;
    private static final long GIB = 1L << 30;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    /** So many jobs, numbered from ?: every tenth has two to eight tasks. */
    private static final String JOBS = """
            with made as (
                insert into job (job_id, version, kind, name, description, user_id, organisation_id, status, spec_id, spec, nodes, center_ids,
                    image_id, command, data_sets, max_seconds, priority, created_at, started_at)
                select md5('job' || n)::uuid, 0, 'TRAINING', 'job-' || n, '', md5('user' || n % 200)::uuid, md5('organisation' || n % 20)::uuid, :status,
                    's', jsonb_build_object('id', 's', 'name', 'S', 'architecture', 'X86', 'cores', :cores << (n % :sizes),
                        'memoryBytes', 4294967296 * (:cores << (n % :sizes))),
                    case when :gangs and n % 10 = 0 then 2 + n / 10 % 7 else 1 end,
                    case when :gangs and n % 3 = 0 then array['c' || n % 5] else array[]::text[] end, 'machine', 'true',
                    array[]::text[], 3600 + n % 80000, n % 10, cast(:now as timestamptz) - (100000 - n) * interval '1 second',
                    case when :status = 'RUNNING' then cast(:now as timestamptz) - interval '100 seconds' end
                from generate_series(:from, :to) n returning job_id, nodes, name)
            insert into job_task (task_id, version, job_id, number, status, attempt, losses, center_id)
            select md5(name || '/' || t)::uuid, 0, job_id, t, :status, case when :status = 'RUNNING' then 1 else 0 end, 0,
                case when :status = 'RUNNING' then 'c' || cast(substring(name from 5) as int) % 5 end
            from made, generate_series(0, nodes - 1) t
            """;

    private static final String ATTEMPTS = """
            insert into job_attempt (runtime_id, version, task_id, job_id, number, center_id, state, placement, placed_at, submitted_at,
                started_at, heard_at, claimed_until)
            select t.task_id || '-1', 0, t.task_id, t.job_id, 1, t.center_id, 'RUNNING',
                jsonb_build_object('centerId', t.center_id, 'borrowed', false, 'scores', jsonb_build_array(),
                    'node', 'n' || cast(substring(j.name from 5) as int) / 5 % 20),
                :then, :then, :then, :then, cast(:now as timestamptz) + interval '1 day'
            from job_task t join job j on j.job_id = t.job_id where t.status = 'RUNNING'
            """;

    private final HandClock clock = new HandClock();
    private final MarketForTests world = new MarketForTests();
    private final RegisterForTests register = new RegisterForTests(world.sessions, world.caller, clock);
    private final Statistics statistics = world.sessions.current().getFactory().getStatistics();
    private final List<UUID> running = new ArrayList<>();
    private final CommittedPlacements doors = new CommittedPlacements(register.placements(), world.sessions);
    private final PlacingRound round;

    private PlacingRoundBenchmark(int waiting) {
        int tasks = CENTERS * NODES * CORES / 4;
        Instant now = clock.instant();
        jobs("RUNNING", 4, 1, false, waiting + 1, waiting + tasks, now);
        jobs("PENDING", 1, 6, true, 1, waiting, now);
        world.sessions.commit(() -> world.sessions
                .current()
                .createNativeMutationQuery(ATTEMPTS)
                .setParameter("now", now)
                .setParameter("then", now.minusSeconds(100))
                .executeUpdate());
        running.addAll(world.sessions
                .current()
                .createNativeQuery("select job_id from job where status = 'RUNNING' order by job_id", UUID.class)
                .getResultList());
        for (String table : List.of("job", "job_task", "job_attempt")) {
            world.sessions.commit(() -> world.sessions
                    .current()
                    .createNativeMutationQuery("analyze " + table)
                    .executeUpdate());
        }
        round = new PlacingRound(
                doors,
                new Snapshots(doors, this::centers, spec -> Optional.empty()),
                () -> PlacementRules.EQUAL,
                Placement::round,
                Duration.ofMinutes(5),
                clock);
    }

    public static void main(String[] arguments) {
        PlacingRoundBenchmark benchmark = new PlacingRoundBenchmark(Integer.parseInt(arguments[0]));
        int rounds = Integer.parseInt(arguments[1]);
        benchmark.measure("warming up", rounds, 0);
        benchmark.measure("nothing is free", rounds, 0);
        benchmark.measure(ENDING + " jobs of 4 cores have ended before each round", rounds, ENDING);
        System.exit(0);
    }

    private void measure(String what, int rounds, int ending) {
        double[] clockTimes = new double[rounds];
        double[] processorTimes = new double[rounds];
        long statements = 0;
        int before = doors.jobs;
        int transactions = doors.placings;
        for (int i = 0; i < rounds; i++) {
            end(ending);
            clock.pass(Duration.ofSeconds(1));
            statistics.setStatisticsEnabled(true);
            statistics.clear();
            long begin = System.nanoTime();
            long processor = PROCESSOR.getCurrentThreadCpuTime();
            round.place(() -> true);
            processorTimes[i] = (PROCESSOR.getCurrentThreadCpuTime() - processor) / 1e6;
            clockTimes[i] = (System.nanoTime() - begin) / 1e6;
            statements += statistics.getPrepareStatementCount();
            statistics.setStatisticsEnabled(false);
        }
        Arrays.sort(clockTimes);
        Arrays.sort(processorTimes);
        System.out.printf(
                "%s: median %.0f ms, p95 %.0f; %.0f ms of Java's processor time; %.1f statements a round, %.1f jobs placed in %.1f transactions%n",
                what,
                clockTimes[rounds / 2],
                clockTimes[rounds * 95 / 100],
                processorTimes[rounds / 2],
                (double) statements / rounds,
                (double) (doors.jobs - before) / rounds,
                (double) (doors.placings - transactions) / rounds);
    }

    private void end(int jobs) {
        if (jobs == 0) {
            return;
        }
        UUID[] some = running.subList(0, jobs).toArray(UUID[]::new);
        running.subList(0, jobs).clear();
        for (String ending : List.of(
                "update job_attempt set state = 'COMPLETED', ended_at = :now where job_id = any(:some)",
                "update job_task set status = 'SUCCEEDED', ended_at = :now where job_id = any(:some)",
                "update job set status = 'SUCCEEDED', ended_at = :now where job_id = any(:some)")) {
            world.sessions.commit(() -> world.sessions
                    .current()
                    .createNativeMutationQuery(ending)
                    .setParameter("now", clock.instant())
                    .setParameter("some", some)
                    .executeUpdate());
        }
    }

    private void jobs(String status, int cores, int sizes, boolean gangs, int from, int to, Instant now) {
        world.sessions.commit(() -> world.sessions
                .current()
                .createNativeMutationQuery(JOBS)
                .setParameter("status", status)
                .setParameter("cores", cores)
                .setParameter("sizes", sizes)
                .setParameter("gangs", gangs)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("now", now)
                .executeUpdate());
    }

    /** Asked a while ago, when all was in use: what has ended since is free. */
    private List<CenterFacts> centers() {
        return IntStream.range(0, CENTERS)
                .mapToObj(i -> new CenterFacts(
                        "c" + i,
                        "Center " + i,
                        new UUID(7, i),
                        true,
                        null,
                        clock.instant().minusSeconds(5),
                        new JobCapacity(
                                "X86",
                                1L << 40,
                                IntStream.range(0, NODES)
                                        .mapToObj(node ->
                                                new NodeCapacity("n" + node, CORES, 0, CORES * 4 * GIB, 0, null, 0))
                                        .toList())))
                .toList();
    }
}
