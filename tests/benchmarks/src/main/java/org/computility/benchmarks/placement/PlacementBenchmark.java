package org.computility.benchmarks.placement;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.waiting.WhyWaiting;

/**
 * How long one round takes with many waiting jobs, in an idle, a busy and a full network, and how long it takes to explain why a job waits.
 *
 * <p>Arguments: waiting jobs, nodes, rounds.
 */
public final class PlacementBenchmark {

    private static final int EXPLANATIONS = 10;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private PlacementBenchmark() {}

    public static void main(String... arguments) {
        int jobs = Integer.parseInt(arguments[0]);
        int nodes = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        PlacementRules rules = Workload.rules(nodes);
        measure("idle", new Workload().snapshot(jobs, nodes, 0), rules, rounds);
        Snapshot busy = new Workload().snapshot(jobs, nodes, 90);
        measure("busy", busy, rules, rounds);
        measure("full", new Workload().snapshot(jobs, nodes, 100), rules, rounds);
        measure("full, no quotas", new Workload().snapshot(jobs, nodes, 100), PlacementRules.EQUAL, rounds);
        explain(busy, rules);
    }

    private static void measure(String what, Snapshot snapshot, PlacementRules rules, int rounds) {
        double first = milliseconds(() -> Placement.round(snapshot, rules));
        for (int i = 0; i < rounds; i++) {
            Placement.round(snapshot, rules);
        }
        double[] times = new double[rounds];
        long processor = PROCESSOR.getCurrentThreadCpuTime();
        List<Decision> decisions = List.of();
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            decisions = Placement.round(snapshot, rules);
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        double used = (PROCESSOR.getCurrentThreadCpuTime() - processor) / 1e6 / rounds;
        Arrays.sort(times);
        long placed =
                decisions.stream().filter(Decision.Placed.class::isInstance).count();
        System.out.printf(
                "%s: %d waiting, %d running; %d placed, %d reclaims; the first %.1f ms, then median %.1f ms, p95 %.1f; %.1f ms of processor time%n",
                what,
                snapshot.waiting().size(),
                snapshot.running().size(),
                placed,
                decisions.size() - placed,
                first,
                times[rounds / 2],
                times[rounds * 95 / 100],
                used);
    }

    private static void explain(Snapshot snapshot, PlacementRules rules) {
        List<String> waiting = snapshot.waiting().stream()
                .map(job -> job.id())
                .filter(id -> Placement.turns(snapshot, rules, id).placed() == null)
                .limit(EXPLANATIONS)
                .toList();
        long processor = PROCESSOR.getCurrentThreadCpuTime();
        double[] times = waiting.stream()
                .mapToDouble(id -> milliseconds(() -> WhyWaiting.explain(snapshot, rules, id)))
                .sorted()
                .toArray();
        System.out.printf(
                "explanations: median %.0f ms, at most %.0f; %.0f ms of processor time%n",
                times[times.length / 2],
                times[times.length - 1],
                (PROCESSOR.getCurrentThreadCpuTime() - processor) / 1e6 / times.length);
    }

    private static double milliseconds(Supplier<?> work) {
        long begin = System.nanoTime();
        Objects.requireNonNull(work.get());
        return (System.nanoTime() - begin) / 1e6;
    }
}
