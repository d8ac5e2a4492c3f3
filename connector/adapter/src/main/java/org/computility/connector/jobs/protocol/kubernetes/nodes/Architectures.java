package org.computility.connector.jobs.protocol.kubernetes.nodes;

import io.fabric8.kubernetes.api.model.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Architectures of nodes as Kubernetes calls them, and as T/AI 123.8 table 1 does. */
public final class Architectures {

    /** What every node tells. */
    public static final String LABEL = "kubernetes.io/arch";

    private static final String USUAL = "amd64";

    private Architectures() {}

    /** As Kubernetes calls it. */
    public static String of(Node node) {
        boolean tells = node.getStatus() != null
                && node.getStatus().getNodeInfo() != null
                && node.getStatus().getNodeInfo().getArchitecture() != null;
        return tells ? node.getStatus().getNodeInfo().getArchitecture() : USUAL;
    }

    /** That of most cores; of equal ones the first by name. */
    static String ofMost(List<Node> nodes) {
        Map<String, Long> cores = new TreeMap<>();
        nodes.forEach(node -> cores.merge(
                of(node), Amounts.thousandths(ClusterCapacity.allocatable(node).get("cpu")), Long::sum));
        BinaryOperator<Map.Entry<String, Long>> greater =
                BinaryOperator.maxBy(Comparator.comparingLong(Map.Entry::getValue));
        return cores.entrySet().stream()
                .reduce((one, next) -> greater.apply(one, next))
                .map(Map.Entry::getKey)
                .orElse(USUAL);
    }

    static String named(String architecture) {
        return switch (architecture) {
            case "amd64" -> "X86";
            case "arm64" -> "ARM";
            default -> architecture;
        };
    }

    /** The label's value for an architecture of the standard, or another one by its own name. */
    public static String label(String named) {
        return switch (named.toUpperCase(Locale.ROOT)) {
            case "X86" -> "amd64";
            case "ARM" -> "arm64";
            default -> named;
        };
    }
}
