package org.computility.connector.jobs.protocol.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A node of which the cluster hears nothing, or that it has no more. What runs there is not seen, and nobody can end it: its pods stay as
 * they were last told of.
 *
 * @param since when the node fell silent, or its pod was given up by the cluster
 */
record Outage(String node, Instant since) {

    /** As long as Kubernetes itself waits before it has the pods of a node that is not ready begun elsewhere. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Of the node of a pod; empty where the node is ready. */
    static Optional<Outage> of(SeenPod pod, Map<String, Node> nodes) {
        Node node = nodes.get(pod.node());
        if (node == null) {
            // Its pods' remains may stay for as long as a controller of the cluster needs.
            return Optional.of(new Outage(pod.node(), pod.doubtedSince()));
        }
        return ready(node)
                .filter(condition -> !"True".equals(condition.getStatus()))
                .map(condition -> new Outage(pod.node(), since(condition).orElseGet(pod::doubtedSince)));
    }

    static Map<String, Node> byName(Collection<Node> nodes) {
        return nodes.stream()
                .collect(
                        Collectors.toMap(node -> node.getMetadata().getName(), Function.identity(), (one, two) -> one));
    }

    private static Optional<NodeCondition> ready(Node node) {
        return node.getStatus() == null
                ? Optional.empty()
                : node.getStatus().getConditions().stream()
                        .filter(condition -> "Ready".equals(condition.getType()))
                        .findFirst();
    }

    private static Optional<Instant> since(NodeCondition ready) {
        return Stream.of(
                        Optional.ofNullable(ready.getLastTransitionTime()),
                        Optional.ofNullable(ready.getLastHeartbeatTime()))
                .flatMap(Optional::stream)
                .map(Marks::instant)
                .findFirst();
    }

    /** Whether the node is not to be waited for any longer. */
    boolean isOver(Instant now) {
        return Duration.between(since, now).compareTo(PATIENCE) > 0;
    }

    String words() {
        return "its node " + node + " does not answer";
    }
}
