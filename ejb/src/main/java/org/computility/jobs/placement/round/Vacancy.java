package org.computility.jobs.placement.round;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.WaitingJob;

/** Whether one waiting job will have room when some running tasks have ended, reservations aside. */
final class Vacancy {

    private final WaitingJob job;
    private final boolean everywhere;
    /** Where its tasks may run: at one of these, or, where it named them, at every one. */
    private final List<Part> parts = new ArrayList<>();
    /** How many nodes have room as it is, by center. */
    private final Map<CenterState, Integer> able = new HashMap<>();

    private final Set<NodeRoom> ableNodes = new HashSet<>();

    private record Part(CenterState center, int tasks) {}

    Vacancy(Network network, WaitingJob job) {
        this.job = job;
        List<CenterState> named = network.named(job);
        everywhere = !job.places().named().isEmpty();
        List<CenterState> centers = everywhere ? named : List.copyOf(network.centers.values());
        for (int i = 0; centers != null && i < centers.size(); i++) {
            CenterState center = centers.get(i);
            int all = job.resources().nodes();
            int tasks = everywhere ? job.places().tasksAt(i, all) : all;
            if (center.isOpenTo(job) && center.couldEverHold(job, tasks)) {
                parts.add(new Part(center, tasks));
            } else if (everywhere) {
                parts.clear();
                return;
            }
        }
        parts.forEach(part -> part.center.nodes.forEach(node -> count(part.center, node)));
    }

    private void count(CenterState center, NodeRoom node) {
        if (fits(center, node, Amount.NONE)) {
            able.merge(center, 1, Integer::sum);
            ableNodes.add(node);
        }
    }

    private boolean fits(CenterState center, NodeRoom node, Amount more) {
        return node.couldHold(job.ofEachNode(), job.resources().accelerators())
                && center.needed(job, job.ofEachNode(), node)
                        .fitsInto(node.free().plus(node.coming).plus(more));
    }

    /** Whether all tasks have room with so much more on these nodes. */
    boolean has(Map<NodeRoom, Amount> more) {
        if (parts.isEmpty()) {
            return false;
        }
        Map<CenterState, Integer> counts = new HashMap<>(able);
        more.forEach((node, room) -> {
            if (!ableNodes.contains(node) && isOpen(node.center) && fits(node.center, node, room)) {
                counts.merge(node.center, 1, Integer::sum);
            }
        });
        return everywhere
                ? parts.stream().allMatch(part -> holds(part, counts))
                : parts.stream().anyMatch(part -> holds(part, counts));
    }

    /** Whether the job's end frees a node that could hold a task and has no room for it. */
    boolean gainsBy(RunningJob running) {
        for (NodeRoom node : running.rooms().keySet()) {
            if (!ableNodes.contains(node)
                    && isOpen(node.center)
                    && node.couldHold(job.ofEachNode(), job.resources().accelerators())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Part part, Map<CenterState, Integer> counts) {
        return counts.getOrDefault(part.center, 0) >= part.tasks;
    }

    private boolean isOpen(CenterState center) {
        for (Part part : parts) {
            if (part.center == center) {
                return true;
            }
        }
        return false;
    }

    /** The nodes that it would get, by name; only where it {@linkplain #has has} room. */
    List<NodeRoom> nodes(Map<NodeRoom, Amount> more) {
        List<NodeRoom> all = new ArrayList<>();
        for (Part part : parts) {
            List<NodeRoom> nodes = part.center.nodes.stream()
                    .filter(node -> fits(part.center, node, more.getOrDefault(node, Amount.NONE)))
                    .limit(part.tasks)
                    .toList();
            if (everywhere || nodes.size() == part.tasks) {
                all.addAll(nodes);
            }
            if (!everywhere && !all.isEmpty()) {
                return all;
            }
        }
        return all;
    }

    /** Counts on its nodes' room, and nobody else may. */
    void take() {
        for (NodeRoom node : nodes(Map.of())) {
            node.coming = node.coming.minus(node.center.needed(job, job.ofEachNode(), node));
        }
    }
}
