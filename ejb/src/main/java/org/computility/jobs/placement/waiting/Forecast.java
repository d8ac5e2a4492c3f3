package org.computility.jobs.placement.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.computility.connector.jobs.NodeCapacity;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.CenterRoom;
import org.computility.jobs.placement.Decision;
import org.computility.jobs.placement.Placement;
import org.computility.jobs.placement.PlacementRules;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.WaitingJob;
import org.computility.jobs.placement.round.Network;

/** When a job may start if all tasks run as long as they may and nothing new comes: rounds are run at each end of a task. */
final class Forecast {

    /** Bounds of the work: rounds, and waiting jobs in all of them together. */
    private static final int ROUNDS = 500;

    private static final int JOBS = 100_000;

    private final PlacementRules rules;
    private Snapshot future;

    Forecast(Snapshot snapshot, PlacementRules rules) {
        this.rules = rules;
        Network network = new Network(snapshot);
        List<RunningTask> located =
                snapshot.running().stream().map(network::located).toList();
        future = new Snapshot(snapshot.at(), snapshot.centers(), snapshot.waiting(), located);
    }

    /** Null where it does not start within the bounds. */
    Instant start(String jobId) {
        Map<String, Instant> starts = new HashMap<>();
        run(starts, () -> starts.containsKey(jobId));
        return starts.get(jobId);
    }

    /** Of all jobs that start within the bounds. */
    Map<String, Instant> starts() {
        int all = future.waiting().size();
        Map<String, Instant> starts = new HashMap<>();
        run(starts, () -> starts.size() == all);
        return starts;
    }

    private void run(Map<String, Instant> starts, BooleanSupplier done) {
        int jobs = 0;
        for (int round = 0; round < ROUNDS && jobs <= JOBS; round++) {
            jobs += future.waiting().size();
            List<Decision> decisions = Placement.round(future, rules);
            decisions.stream()
                    .filter(Decision.Placed.class::isInstance)
                    .forEach(decision -> starts.put(decision.jobId(), future.at()));
            if (done.getAsBoolean()) {
                return;
            }
            List<RunningTask> running = after(decisions);
            Instant next = running.stream()
                    .map(task -> task.endsBy(future.at()))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            if (next == null) {
                return;
            }
            moveTo(next, running, decisions);
        }
    }

    private List<RunningTask> after(List<Decision> decisions) {
        List<RunningTask> running = new ArrayList<>();
        Set<String> ending = decisions.stream()
                .filter(Decision.Reclaim.class::isInstance)
                .flatMap(decision -> ((Decision.Reclaim) decision).tasks().stream())
                .collect(Collectors.toSet());
        future.running().forEach(task -> running.add(ending.contains(task.taskId()) ? task.toldToEnd() : task));
        for (Decision decision : decisions) {
            if (decision instanceof Decision.Placed placed) {
                WaitingJob job = future.job(placed.jobId());
                for (int i = 0; i < placed.tasks().size(); i++) {
                    running.add(task(job, i, placed.tasks().get(i)));
                }
            }
        }
        return running;
    }

    private RunningTask task(WaitingJob job, int number, Decision.Place place) {
        return new RunningTask(
                job.id() + "/" + number,
                job.id(),
                job.organisationId(),
                job.ofEachNode(),
                place.centerId(),
                place.node(),
                false,
                future.at(),
                job.wallLimit(),
                false);
    }

    private void moveTo(Instant next, List<RunningTask> running, List<Decision> decisions) {
        Set<String> placed = decisions.stream()
                .filter(Decision.Placed.class::isInstance)
                .map(Decision::jobId)
                .collect(Collectors.toSet());
        Map<String, Amount> freed = new HashMap<>();
        List<RunningTask> left = new ArrayList<>();
        for (RunningTask task : running) {
            if (task.endsBy(future.at()).isAfter(next)) {
                left.add(task);
            } else if (task.counted() && task.node() != null) {
                freed.merge(task.centerId() + "/" + task.node(), task.holds(), Amount::plus);
            }
        }
        List<WaitingJob> waiting = future.waiting().stream()
                .filter(job -> !placed.contains(job.id()))
                .toList();
        List<CenterRoom> centers =
                future.centers().stream().map(center -> with(center, freed)).toList();
        future = new Snapshot(next, centers, waiting, left);
    }

    private static CenterRoom with(CenterRoom center, Map<String, Amount> freed) {
        List<NodeCapacity> nodes = center.nodes().stream()
                .map(node -> with(node, freed.getOrDefault(center.id() + "/" + node.name(), Amount.NONE)))
                .toList();
        return new CenterRoom(center.id(), center.connected(), nodes, center.datasets());
    }

    private static NodeCapacity with(NodeCapacity node, Amount freed) {
        return new NodeCapacity(
                node.name(),
                node.cores(),
                node.freeCores() + (int) freed.cores(),
                node.memoryBytes(),
                node.freeMemoryBytes() + freed.memoryBytes(),
                node.accelerators(),
                node.freeAccelerators() + (int) freed.accelerators());
    }
}
