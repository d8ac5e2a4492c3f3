package org.computility.jobs.running.places;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.computility.centers.CenterFacts;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobResources;
import org.computility.connector.jobs.NodeCapacity;

/** Which centers a job keeps away from: those that refused or lost a task of it lately, while another could take it. */
public final class Avoiding {

    private final Map<String, CenterFacts> centers;

    public Avoiding(Map<String, CenterFacts> centers) {
        this.centers = centers;
    }

    /**
     * Some of those that failed; none where only they could ever hold it.
     *
     * @param allowed where it may run
     */
    public Set<String> of(Set<String> failed, Set<String> allowed, JobResources asked) {
        Set<String> avoided = new TreeSet<>(failed);
        avoided.retainAll(allowed);
        boolean others = allowed.stream()
                .filter(id -> !failed.contains(id))
                .map(centers::get)
                .anyMatch(center -> center.connected() && couldHold(center, asked));
        return others ? avoided : Set.of();
    }

    private static boolean couldHold(CenterFacts center, JobResources asked) {
        return center.capacity() != null
                && center.capacity().nodes().stream()
                                .filter(node -> couldHold(node, asked))
                                .count()
                        >= asked.nodes();
    }

    private static boolean couldHold(NodeCapacity node, JobResources asked) {
        return asked.cores() <= node.cores()
                && asked.memoryBytes() <= node.memoryBytes()
                && (asked.accelerators() == null || couldHold(node.accelerators(), asked.accelerators()));
    }

    private static boolean couldHold(Accelerators has, Accelerators asked) {
        return has != null
                && has.count() >= asked.count()
                && asked.type().equalsIgnoreCase(has.type())
                && (asked.product().isEmpty() || asked.product().equalsIgnoreCase(has.product()))
                && (has.memoryBytes() == 0 || asked.memoryBytes() <= has.memoryBytes());
    }
}
