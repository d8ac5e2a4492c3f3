package org.computility.centers.resources;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.computility.centers.catalogue.SpecProcessor;
import org.computility.centers.catalogue.SpecView;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;

/** Which specs a node could hold, were it empty. */
final class Fit {

    private Fit() {}

    /** A node, with all that counts here: many nodes are alike. */
    private record Shape(String architecture, int cores, long memoryBytes, Accelerators accelerators) {}

    /** Whether some node of these centers could hold a spec. */
    static Predicate<SpecView> heldBy(Collection<JobCapacity> capacities) {
        Set<Shape> shapes = capacities.stream()
                .filter(Objects::nonNull)
                .flatMap(capacity -> capacity.nodes().stream()
                        .map(node -> new Shape(
                                capacity.architecture(), node.cores(), node.memoryBytes(), node.accelerators())))
                .collect(Collectors.toSet());
        return spec -> shapes.stream().anyMatch(shape -> holds(shape, spec));
    }

    private static boolean holds(Shape node, SpecView spec) {
        return node.cores() >= spec.cores()
                && node.memoryBytes() >= spec.memoryBytes()
                && spec.architecture().equalsIgnoreCase(node.architecture())
                && (spec.processor() == null
                        || node.accelerators() != null && has(node.accelerators(), spec.processor()));
    }

    /** A node that does not tell its product is not taken for one that is asked for; its memory goes with the product. */
    private static boolean has(Accelerators there, SpecProcessor wanted) {
        return there.count() >= wanted.count()
                && there.type().equalsIgnoreCase(wanted.type())
                && (isAny(wanted.product()) || lower(wanted.product()).equals(lower(there.product())))
                && (wanted.memoryBytes() == 0
                        || there.memoryBytes() == 0
                        || there.memoryBytes() >= wanted.memoryBytes());
    }

    private static boolean isAny(String product) {
        return product == null || product.isEmpty();
    }

    private static String lower(String product) {
        return product == null ? "" : product.toLowerCase(Locale.ROOT);
    }
}
