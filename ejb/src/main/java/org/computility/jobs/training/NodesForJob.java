package org.computility.jobs.training;

import java.util.List;
import org.computility.centers.CenterFacts;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;

/** What nodes of a center could hold of a spec, were they empty. */
final class NodesForJob {

    private NodesForJob() {}

    /** Whether a node could hold one task. */
    // A cluster whose controller has just restarted tells of no node for a while: jobs wait for its nodes then.
    static boolean offers(CenterFacts center, SpecFacts spec) {
        JobCapacity capacity = center.capacity();
        return capacity != null
                && (capacity.nodes().isEmpty()
                        || (spec.architecture().equalsIgnoreCase(capacity.architecture())
                                && capacity.nodes().stream().anyMatch(node -> holds(node, spec))));
    }

    private static boolean holds(NodeCapacity node, SpecFacts spec) {
        return spec.cores() <= node.cores()
                && spec.memoryBytes() <= node.memoryBytes()
                && (spec.accelerators() == null || holds(node.accelerators(), spec.accelerators()));
    }

    private static boolean holds(Accelerators has, Accelerators asked) {
        return has != null
                && asked.type().equalsIgnoreCase(has.type())
                && (asked.product().isEmpty() || asked.product().equalsIgnoreCase(has.product()))
                && asked.count() <= has.count()
                && (has.memoryBytes() == 0 || asked.memoryBytes() <= has.memoryBytes());
    }

    /** On how many nodes a task each could run; {@link Integer#MAX_VALUE} where the center tells of no node now, and 0 where of nothing. */
    static int nodes(CenterFacts center, SpecFacts spec) {
        if (!offers(center, spec)) {
            return 0;
        }
        List<NodeCapacity> nodes = center.capacity().nodes();
        return nodes.isEmpty()
                ? Integer.MAX_VALUE
                : (int) nodes.stream().filter(node -> holds(node, spec)).count();
    }

    /** How many tasks could run at once, several on a node; as {@link #nodes} where nobody can tell. */
    static long tasks(CenterFacts center, SpecFacts spec) {
        int nodes = nodes(center, spec);
        return nodes == 0 || nodes == Integer.MAX_VALUE
                ? nodes
                : center.capacity().nodes().stream()
                        .filter(node -> holds(node, spec))
                        .mapToLong(node -> times(node, spec))
                        .sum();
    }

    private static long times(NodeCapacity node, SpecFacts spec) {
        long times = Math.min(node.cores() / spec.cores(), node.memoryBytes() / spec.memoryBytes());
        return spec.accelerators() == null
                ? times
                : Math.min(
                        times, node.accelerators().count() / spec.accelerators().count());
    }
}
