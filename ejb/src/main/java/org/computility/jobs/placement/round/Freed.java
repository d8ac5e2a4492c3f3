package org.computility.jobs.placement.round;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.RunningTask;
import org.computility.jobs.placement.WaitingJob;

/** Room as it will be when some running tasks have ended, reservations aside. */
final class Freed {

    private final Network network;
    /** What will be free of a node beside what is. */
    private final Map<NodeRoom, Amount> more = new HashMap<>();

    Freed(Network network) {
        this.network = network;
    }

    void add(RunningTask task) {
        add(task, more);
    }

    private void add(RunningTask task, Map<NodeRoom, Amount> sums) {
        NodeRoom node = network.nodeOf(task);
        if (node != null) {
            sums.merge(node, task.holds(), Amount::plus);
        }
    }

    /** Whether the job had room if these ended, too. */
    boolean hasRoomFor(WaitingJob job, List<RunningJob> ended) {
        return nodesFor(job, ended) != null;
    }

    /** Takes the job's room away again, for nobody else counts on it. */
    void take(WaitingJob job) {
        nodesFor(job, List.of()).forEach((node, room) -> more.merge(node, room, Amount::minus));
    }

    private Map<NodeRoom, Amount> nodesFor(WaitingJob job, List<RunningJob> ended) {
        Map<NodeRoom, Amount> room = more;
        if (!ended.isEmpty()) {
            room = new HashMap<>(more);
            for (RunningJob one : ended) {
                for (RunningTask task : one.tasks()) {
                    add(task, room);
                }
            }
        }
        if (job.places().named().isEmpty()) {
            for (CenterState center : network.centers.values()) {
                Map<NodeRoom, Amount> nodes =
                        nodesAt(center, job, job.resources().nodes(), room);
                if (nodes != null) {
                    return nodes;
                }
            }
            return null;
        }
        return nodesAtNamed(job, room);
    }

    private Map<NodeRoom, Amount> nodesAtNamed(WaitingJob job, Map<NodeRoom, Amount> room) {
        List<CenterState> named = network.named(job);
        Map<NodeRoom, Amount> all = new HashMap<>();
        for (int i = 0; named != null && i < named.size(); i++) {
            int tasks = job.places().tasksAt(i, job.resources().nodes());
            Map<NodeRoom, Amount> nodes = nodesAt(named.get(i), job, tasks, room);
            if (nodes == null) {
                return null;
            }
            all.putAll(nodes);
        }
        return named == null ? null : all;
    }

    /** The first nodes with room, by name, and what the job needs of each. */
    private static Map<NodeRoom, Amount> nodesAt(
            CenterState center, WaitingJob job, int tasks, Map<NodeRoom, Amount> more) {
        Map<NodeRoom, Amount> nodes = new HashMap<>();
        if (!center.isOpenTo(job)) {
            return null;
        }
        for (NodeRoom node : center.nodes) {
            Amount needed = center.needed(job, job.ofEachNode(), node);
            Amount room = node.free().plus(more.getOrDefault(node, Amount.NONE));
            if (needed.fitsInto(room)
                    && node.couldHold(job.ofEachNode(), job.resources().accelerators())) {
                nodes.put(node, needed);
                if (nodes.size() == tasks) {
                    return nodes;
                }
            }
        }
        return null;
    }
}
