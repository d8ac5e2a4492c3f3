package org.computility.jobs.placement.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.computility.jobs.placement.WaitingJob;

/** When and on which nodes a job could start at a center if nothing else came. */
record Earliest(CenterState center, Instant at, List<NodeRoom> nodes) {

    private record FreeNode(NodeRoom node, Instant from) {}

    /** Null where the center could never hold so many tasks of the job, as far as it is known. */
    static Earliest of(CenterState center, WaitingJob job, int tasks, Instant now) {
        List<FreeNode> free = new ArrayList<>();
        for (NodeRoom node : center.nodes) {
            Instant from = node.couldHold(job.ofEachNode(), job.resources().accelerators())
                    ? node.freeFrom(center.needed(job, job.ofEachNode(), node), now)
                    : null;
            if (from != null) {
                free.add(new FreeNode(node, from));
            }
        }
        if (free.size() < tasks) {
            return null;
        }
        // By name where they are free at the same time: the nodes come so, and the order is kept.
        free.sort(Comparator.comparing(FreeNode::from));
        List<FreeNode> first = free.subList(0, tasks);
        return new Earliest(
                center,
                first.get(tasks - 1).from(),
                first.stream().map(FreeNode::node).toList());
    }

    /** Keeps the nodes' room for the job from then on. */
    void reserve(WaitingJob job, Instant from) {
        center.reservedFor = job.id();
        center.reservedFrom = from;
        for (NodeRoom node : nodes) {
            node.reserve(center.needed(job, job.ofEachNode(), node), from);
        }
    }
}
