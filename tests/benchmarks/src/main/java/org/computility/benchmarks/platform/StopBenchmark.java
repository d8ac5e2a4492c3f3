package org.computility.benchmarks.platform;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.computility.system.FakeNode;
import org.computility.system.Platform;
import org.computility.system.Workshop;

/**
 * No false offline: 20,000 nodes keep alive, and further 20 run 2,000 instances, while all processes of the platform are stopped for
 * as long as the time-out, and go on. No node may be shown offline, and no instance may move. Then some nodes die so that only their
 * silence tells: they must be found. The program ends with 1 where one of these does not hold.
 *
 * <p>Arguments: the platform's URL, the administrator's password; the database: JDBC URL, user, password; the launcher's process;
 * nodes (20000); seconds that the platform is stopped (120); its {@code COMPUTILITY_KEEPALIVE_TIMEOUT} in seconds (120).
 */
public final class StopBenchmark {

    private static final int RUNNING_NODES = 20;
    private static final int A_NODE = 100;
    private static final int INSTANCES = RUNNING_NODES * A_NODE;
    private static final int DYING = 20;
    private static final int NOBODY = 9;
    /** Connections of calls that nobody answers, and all else. */
    private static final int OTHER_FILES = 9_000;

    private static final Duration FOUND_WITHIN = Duration.ofSeconds(5);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final OfflineLog offline;
    private final Duration stopped;
    private final Duration timeout;
    private final PrintStream out;

    private StopBenchmark(OfflineLog offline, Duration stopped, Duration timeout, PrintStream out) {
        this.offline = offline;
        this.stopped = stopped;
        this.timeout = timeout;
        this.out = out;
    }

    public static void main(String... arguments) throws Exception {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        PlatformProcesses processes = new PlatformProcesses(Long.parseLong(arguments[5]));
        int count = Integer.parseInt(arguments.length > 6 ? arguments[6] : "20000");
        boolean held;
        try (OfflineLog offline = new OfflineLog(arguments[2], arguments[3], arguments[4]);
                Workshop workshop = new Workshop(platform, A_NODE)) {
            StopBenchmark benchmark = new StopBenchmark(
                    offline,
                    Duration.ofSeconds(Long.parseLong(arguments.length > 7 ? arguments[7] : "120")),
                    Duration.ofSeconds(Long.parseLong(arguments.length > 8 ? arguments[8] : "120")),
                    System.out);
            long plan = benchmark.run(workshop);
            held = benchmark.measure(URI.create(arguments[0]), arguments[1], count, processes, plan);
        }
        // The nodes' HTTP threads would hold the process.
        System.exit(held ? 0 : 1);
    }

    /** The plan that runs. */
    private long run(Workshop workshop) throws SQLException {
        List<FakeNode> nodes = new ArrayList<>(List.of(workshop.node()));
        while (nodes.size() < RUNNING_NODES) {
            nodes.add(workshop.addNode());
        }
        nodes.forEach(node -> workshop.load(node, 1));
        long plan = workshop.create(workshop.periodic(INSTANCES));
        workshop.operator().post("ACSMP/Tasks/" + plan + "/Start").expect(200);
        Patience.await(
                () -> nodes.stream().mapToLong(FakeNode::running).sum() == INSTANCES, "not all instances are started");
        out.println(INSTANCES + " instances run on " + RUNNING_NODES + " nodes.");
        return plan;
    }

    private boolean measure(URI platform, String password, int count, PlatformProcesses processes, long plan)
            throws Exception {
        try (AnsweringNodes answering = new AnsweringNodes();
                AnsweringNodes dying = new AnsweringNodes()) {
            int reachable = reachable(count);
            List<Nodes.Node> nodes = new Nodes(
                            platform, i -> i < DYING ? dying.port() : i < reachable ? answering.port() : NOBODY)
                    .register(count, password);
            try (KeepingAlive keeping = new KeepingAlive(platform, nodes)) {
                Patience.await(
                        () -> answering.open() + dying.open() >= reachable,
                        "not all streams are open",
                        BETWEEN_QUESTIONS,
                        LIMIT);
                out.printf("%d nodes keep alive, %d of them with an open stream.%n", count, reachable);
                boolean none = stop(processes, keeping, plan);
                return die(nodes.subList(0, DYING), dying, keeping) && none;
            }
        }
    }

    private boolean stop(PlatformProcesses processes, KeepingAlive keeping, long plan)
            throws SQLException, IOException, InterruptedException {
        Thread.sleep(STEADY.toMillis());
        offline.forget();
        long runs = offline.runs(plan);
        long answered = keeping.answered();
        long inVain = keeping.inVain();
        processes.stop();
        Thread.sleep(stopped.toMillis());
        processes.goOn();
        out.printf(
                "Stopped for %d s: %d calls answered, %d in vain.%n",
                stopped.toSeconds(), keeping.answered() - answered, keeping.inVain() - inVain);
        // Nobody may be judged for one time-out, and who was silent that long is judged by then.
        Thread.sleep(timeout.multipliedBy(2).plus(STEADY).toMillis());
        long shown = offline.count();
        long moved = offline.runs(plan) - runs;
        out.printf(
                "%d s later: %d nodes were shown offline, %d runs were begun; %d calls in vain in all%n",
                timeout.multipliedBy(2).plus(STEADY).toSeconds(), shown, moved, keeping.inVain() - inVain);
        return shown == 0 && moved == 0;
    }

    private boolean die(List<Nodes.Node> nodes, AnsweringNodes dying, KeepingAlive keeping)
            throws SQLException, InterruptedException {
        offline.forget();
        keeping.silence(nodes);
        dying.hang();
        Thread.sleep(timeout.plus(FOUND_WITHIN).plus(STEADY).toMillis());
        Map<String, Instant> shown =
                offline.found(nodes.stream().map(Nodes.Node::code).collect(Collectors.toSet()));
        // What is written in the stream is no sign of life; a call is.
        List<Duration> found = shown.entrySet().stream()
                .map(one -> Duration.between(keeping.lastSign(one.getKey()), one.getValue()))
                .sorted()
                .toList();
        out.printf(
                "%d of %d silent deaths found, after %s s; %d other nodes shown offline%n",
                found.size(),
                nodes.size(),
                found.isEmpty()
                        ? "–"
                        : "%.1f to %.1f".formatted(seconds(found.get(0)), seconds(found.get(found.size() - 1))),
                offline.count() - found.size());
        return found.size() == nodes.size()
                && found.get(found.size() - 1).compareTo(timeout.plus(FOUND_WITHIN)) <= 0
                && offline.count() == found.size();
    }

    /** Each stream is an open file on both sides, and a process may have only so many. */
    private static int reachable(int count) {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return (int) Math.min(count, system.getMaxFileDescriptorCount() - OTHER_FILES);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
