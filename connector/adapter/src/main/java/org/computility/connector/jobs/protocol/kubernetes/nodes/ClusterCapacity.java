package org.computility.connector.jobs.protocol.kubernetes.nodes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;

/** What the nodes of a cluster have, less what its pods were given that have not ended. */
public final class ClusterCapacity {

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");
    private static final Set<String> CLOSING = Set.of("NoSchedule", "NoExecute");
    private static final int THOUSAND = 1000;

    private final Map<String, List<Pod>> pods;

    private ClusterCapacity(List<Pod> pods) {
        this.pods = pods.stream()
                .filter(pod -> pod.getSpec().getNodeName() != null && !hasEnded(pod))
                .collect(Collectors.groupingBy(pod -> pod.getSpec().getNodeName()));
    }

    /**
     * What the nodes of one architecture have: a job's program is made for one.
     *
     * @param storageBytes for the jobs' files, which may read data sets there; 0 where none are kept
     * @param only which, as Kubernetes calls it; null: that of most cores
     */
    public static JobCapacity of(List<Node> all, List<Pod> pods, long storageBytes, boolean services, String only) {
        List<Node> open = all.stream().filter(ClusterCapacity::takesJobs).toList();
        String architecture = only == null ? Architectures.ofMost(open) : only;
        ClusterCapacity cluster = new ClusterCapacity(pods);
        List<NodeCapacity> capacities = open.stream()
                .filter(node -> Architectures.of(node).equals(architecture))
                .map(cluster::capacity)
                .sorted(Comparator.comparing(NodeCapacity::name))
                .toList();
        return new JobCapacity(
                Architectures.named(architecture), storageBytes, services, true, storageBytes > 0, capacities);
    }

    /** Ready, open for scheduling, and without a taint that keeps pods away which do not tolerate it. */
    static boolean takesJobs(Node node) {
        boolean ready = node.getStatus() != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
        boolean closed = node.getSpec() != null
                && (Boolean.TRUE.equals(node.getSpec().getUnschedulable())
                        || node.getSpec().getTaints().stream().anyMatch(taint -> CLOSING.contains(taint.getEffect())));
        return ready && !closed;
    }

    private static boolean hasEnded(Pod pod) {
        return pod.getStatus() != null && ENDED.contains(pod.getStatus().getPhase());
    }

    private NodeCapacity capacity(Node node) {
        Map<String, Quantity> has = allocatable(node);
        String name = node.getMetadata().getName();
        long cpu = Amounts.thousandths(has.get("cpu"));
        long memory = Amounts.number(has.get("memory"));
        Optional<ExtendedResources.Found> found = ExtendedResources.in(node, has);
        return new NodeCapacity(
                name,
                (int) (cpu / THOUSAND),
                (int) (Math.max(0, cpu - held(name, "cpu")) / THOUSAND),
                memory,
                Math.max(0, memory - held(name, "memory") / THOUSAND),
                found.map(ExtendedResources.Found::accelerators).orElse(null),
                found.map(each -> free(name, each)).orElse(0));
    }

    private int free(String node, ExtendedResources.Found found) {
        long held = held(node, found.resource()) / THOUSAND;
        return (int) Math.max(0, found.accelerators().count() - held);
    }

    static Map<String, Quantity> allocatable(Node node) {
        Map<String, Quantity> has = node.getStatus().getAllocatable();
        return has == null ? Map.of() : has;
    }

    private long held(String node, String resource) {
        return pods.getOrDefault(node, List.of()).stream()
                .mapToLong(pod -> Amounts.held(pod, resource))
                .sum();
    }
}
