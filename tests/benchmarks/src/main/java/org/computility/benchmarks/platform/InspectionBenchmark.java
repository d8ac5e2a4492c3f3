package org.computility.benchmarks.platform;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.computility.system.FakeNode;
import org.computility.system.FakeNode.TaskRun;
import org.computility.system.Platform;
import org.computility.system.Workshop;

/**
 * Inspections at once on one server, over 20 simulated nodes, and how exact they are at the nodes: how far the length of a
 * group is from {@code Duration}, and how far its begin from the end of the group before. Each plan has two instances, {@code
 * Concurrency} 1 and two rounds, so each has four groups of 40 s. The nodes end each task at {@code Duration}, as real ones
 * do; the platform confirms it and begins the next group.
 *
 * <p>Arguments: the platform's URL, the administrator's password, how many plans (2000).
 */
public final class InspectionBenchmark {

    private static final int NODES = 20;
    private static final int DURATION_SECONDS = 40;
    private static final int STARTED_AT_ONCE = 16;
    private static final int GROUPS = 4;

    private final Workshop workshop;
    private final int count;
    private final List<FakeNode> nodes = new ArrayList<>();
    private final PrintStream out;

    private InspectionBenchmark(Workshop workshop, int count, PrintStream out) {
        this.workshop = workshop;
        this.count = count;
        this.out = out;
    }

    public static void main(String... arguments) throws InterruptedException, ExecutionException {
        Platform platform = Platform.running(arguments[0], arguments[1]);
        int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
        try (Workshop workshop = new Workshop(platform, 2 * count / NODES)) {
            InspectionBenchmark benchmark = new InspectionBenchmark(workshop, count, System.out);
            benchmark.addNodes();
            benchmark.measure();
        }
        // The nodes' HTTP threads would hold the process.
        System.exit(0);
    }

    private void addNodes() {
        nodes.add(workshop.node());
        while (nodes.size() < NODES) {
            nodes.add(workshop.addNode());
        }
        nodes.forEach(node -> workshop.load(node, 1));
        out.println(NODES + " nodes serve the algorithm.");
    }

    private void measure() throws InterruptedException, ExecutionException {
        List<Long> plans = LongStream.range(0, count)
                .mapToObj(i -> workshop.create(workshop.inspective(2, 1, DURATION_SECONDS, 2)))
                .toList();
        out.println(count + " plans are there.");
        Instant begun = Instant.now();
        start(plans);
        out.printf(
                "All starts answered after %d s.%n",
                Duration.between(begun, Instant.now()).toSeconds());
        Instant limit = Instant.now().plusSeconds(DURATION_SECONDS * GROUPS + 120);
        long most = 0;
        while (ended().size() < count * GROUPS && Instant.now().isBefore(limit)) {
            most = Math.max(most, nodes.stream().mapToLong(FakeNode::running).sum());
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
        out.printf("%d groups of %d ran, at most %d at once.%n", ended().size(), count * GROUPS, most);
        show(
                "length less Duration",
                ended().stream()
                        .mapToLong(run -> run.length().toMillis() - DURATION_SECONDS * 1000L)
                        .sorted()
                        .toArray());
        show("pause between two groups", pauses());
    }

    /** An instance comes again after the other one's turn: two groups and two pauses later. */
    private long[] pauses() {
        Map<String, List<TaskRun>> byInstance = ended().stream().collect(Collectors.groupingBy(TaskRun::taskId));
        return byInstance.values().stream()
                .filter(runs -> runs.size() == 2)
                .mapToLong(runs ->
                        Duration.between(runs.get(0).startedAt(), runs.get(1).startedAt())
                                                .abs()
                                                .toMillis()
                                        / 2
                                - DURATION_SECONDS * 1000L)
                .sorted()
                .toArray();
    }

    private List<TaskRun> ended() {
        return nodes.stream()
                .flatMap(node -> node.runs().stream())
                .filter(run -> run.endedAt() != null)
                .toList();
    }

    private void start(List<Long> plans) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(STARTED_AT_ONCE);
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (long plan : plans) {
                starts.add(threads.submit(() -> workshop.operator()
                        .post("ACSMP/Tasks/" + plan + "/Start")
                        .dataValue()));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void show(String what, long[] sorted) {
        int last = sorted.length - 1;
        out.printf(
                "%s in ms: least %d, median %d, p99 %d, most %d; more than 1 s off: %d%n",
                what,
                sorted[0],
                sorted[last / 2],
                sorted[(int) (last * 0.99)],
                sorted[last],
                LongStream.of(sorted).filter(off -> Math.abs(off) > 1000).count());
    }
}
