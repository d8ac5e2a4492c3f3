package org.computility.jobs.placement.round;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.WaitingJob;

/** All centers during a round, with what runs on their nodes. */
public final class Network {

    final Instant now;
    /** By id. */
    final Map<String, CenterState> centers = new TreeMap<>();

    private final Map<String, NodeRoom> nodesOfTasks = new HashMap<>();

    public Network(Snapshot snapshot) {
        now = snapshot.at();
        snapshot.centers().forEach(center -> centers.put(center.id(), new CenterState(center)));
        snapshot.running().stream()
                .filter(task -> centers.containsKey(task.centerId()))
                .sorted(Comparator.comparing((RunningTask task) -> task.node() == null)
                        .thenComparing(RunningTask::counted, Comparator.reverseOrder())
                        .thenComparing(RunningTask::startedAt)
                        .thenComparing(RunningTask::taskId))
                .forEach(this::locate);
    }

    /** The centers that the job named, in that order; null where one of them is not known. */
    List<CenterState> named(WaitingJob job) {
        List<String> ids = job.places().named();
        return centers.keySet().containsAll(ids)
                ? ids.stream().map(centers::get).toList()
                : null;
    }

    /** The node that the task runs on; null where that cannot be told. */
    NodeRoom nodeOf(RunningTask task) {
        return nodesOfTasks.get(task.taskId());
    }

    /** The task with its node, where that can be told. */
    public RunningTask located(RunningTask task) {
        NodeRoom node = nodeOf(task);
        return node == null ? task : task.on(node.name);
    }

    /** What all nodes have. */
    Amount total() {
        Amount sum = Amount.NONE;
        for (CenterState center : centers.values()) {
            for (NodeRoom node : center.nodes) {
                sum = sum.plus(node.total);
            }
        }
        return sum;
    }

    private void locate(RunningTask task) {
        NodeRoom node = nodeFor(task, centers.get(task.centerId()).nodes);
        if (node != null) {
            node.holds(task.holds(), task.endsBy(now), task.counted());
            nodesOfTasks.put(task.taskId(), node);
        }
    }

    /** Where it runs: as told; else where as much is in use without a known task; else, just handed over, where it fits best. */
    private static NodeRoom nodeFor(RunningTask task, List<NodeRoom> nodes) {
        if (task.node() != null) {
            return nodes.stream()
                    .filter(node -> node.name.equals(task.node()))
                    .findFirst()
                    .orElse(null);
        }
        if (task.counted()) {
            return nodes.stream()
                    .filter(node -> task.holds().fitsInto(node.unexplained()))
                    .findFirst()
                    .orElse(null);
        }
        return nodes.stream()
                .filter(node -> task.holds().fitsInto(node.free()))
                .min(Comparator.comparingInt(node -> node.rank(task.holds())))
                .orElse(null);
    }
}
