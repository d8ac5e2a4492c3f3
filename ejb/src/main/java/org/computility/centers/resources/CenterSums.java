package org.computility.centers.resources;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.centers.registration.CenterView;
import org.computility.centers.resources.Bundle.Processors;
import org.computility.centers.resources.CenterResources.NodeGroup;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;

/** Adds up what the nodes of a center have. */
final class CenterSums {

    private static final long GIBIBYTE = 1L << 30;

    private static final Comparator<NodeGroup> LARGEST_FIRST = Comparator.<NodeGroup>comparingLong(
                    group -> group.free().cores())
            .thenComparingLong(group -> group.free().memoryBytes())
            .thenComparingInt(NodeGroup::nodes)
            .reversed();

    private CenterSums() {}

    static CenterResources of(CenterView center) {
        JobCapacity capacity = center.capacity();
        if (capacity == null) {
            return new CenterResources(
                    center.id(), center.name(), center.connected(), center.probedAt(), null, null, 0, List.of());
        }
        List<NodeCapacity> callable = center.connected() ? capacity.nodes() : List.of();
        return new CenterResources(
                center.id(),
                center.name(),
                center.connected(),
                center.probedAt(),
                sum(capacity.architecture(), capacity.nodes(), CenterSums::whole),
                sum(capacity.architecture(), callable, CenterSums::free),
                capacity.nodes().size(),
                groups(capacity.architecture(), callable));
    }

    private record Share(long cores, long memoryBytes, Accelerators kind, int count) {}

    private static Share whole(NodeCapacity node) {
        Accelerators kind = node.accelerators();
        return new Share(node.cores(), node.memoryBytes(), kind, kind == null ? 0 : kind.count());
    }

    private static Share free(NodeCapacity node) {
        return new Share(node.freeCores(), node.freeMemoryBytes(), node.accelerators(), node.freeAccelerators());
    }

    private static Bundle sum(String architecture, List<NodeCapacity> nodes, Function<NodeCapacity, Share> part) {
        List<Share> shares = nodes.stream().map(part).toList();
        return new Bundle(
                architecture,
                shares.stream().mapToLong(Share::cores).sum(),
                shares.stream().mapToLong(Share::memoryBytes).sum(),
                processors(shares));
    }

    private static Processors processors(List<Share> shares) {
        List<Share> some = shares.stream().filter(share -> share.count() > 0).toList();
        if (some.isEmpty()) {
            return null;
        }
        List<Long> memories = some.stream()
                .map(share -> share.kind().memoryBytes())
                .distinct()
                .toList();
        return new Processors(
                words(some, Accelerators::type),
                words(some, Accelerators::product),
                some.stream().mapToLong(Share::count).sum(),
                memories.size() == 1 ? memories.get(0) : 0);
    }

    private static String words(List<Share> shares, Function<Accelerators, String> word) {
        return shares.stream()
                .map(Share::kind)
                .map(word)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Memory is compared in whole GiB: no two nodes have the same number of free bytes. */
    private static List<NodeGroup> groups(String architecture, List<NodeCapacity> nodes) {
        Map<Bundle, Integer> counted = new LinkedHashMap<>();
        nodes.stream().filter(node -> node.freeCores() > 0).forEach(node -> {
            Bundle exact = sum(architecture, List.of(node), CenterSums::free);
            Bundle coarse = new Bundle(
                    architecture, exact.cores(), exact.memoryBytes() / GIBIBYTE * GIBIBYTE, exact.processors());
            counted.merge(coarse, 1, Integer::sum);
        });
        return counted.entrySet().stream()
                .map(group -> new NodeGroup(group.getKey(), group.getValue()))
                .sorted(LARGEST_FIRST)
                .toList();
    }
}
