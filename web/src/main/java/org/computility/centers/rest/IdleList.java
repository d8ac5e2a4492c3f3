package org.computility.centers.rest;

import java.util.List;
import org.computility.centers.resources.Bundle;
import org.computility.centers.resources.CenterResources;

/** What each center has idle (T/AI 123.8 table A.15). */
public record IdleList(List<CenterResource> centerResources) {

    public IdleList {
        centerResources = List.copyOf(centerResources);
    }

    /** A center (table A.16); of one that never answered the sums are absent. */
    public record CenterResource(
            String centerId, Share totalResource, Share idleResource, List<NodeResource> nodeResources) {}

    /** Nodes of which the same is free (table A.17). */
    public record NodeResource(Share resourceSpec, String nodeCount) {}

    /** Resources together (table A.18); without accelerators {@code processor} is absent. */
    public record Share(CpuView cpu, MemoryView memory, ProcessorView processor) {}

    static IdleList of(List<CenterResources> centers) {
        return new IdleList(centers.stream().map(IdleList::center).toList());
    }

    private static CenterResource center(CenterResources center) {
        return new CenterResource(
                center.centerId(),
                share(center.total()),
                share(center.idle()),
                center.idleNodes().stream()
                        .map(group -> new NodeResource(share(group.free()), Integer.toString(group.nodes())))
                        .toList());
    }

    private static Share share(Bundle bundle) {
        return bundle == null
                ? null
                : new Share(
                        new CpuView(bundle.architecture(), bundle.cores()),
                        MemoryView.wholeOf(bundle.memoryBytes()),
                        ProcessorView.of(bundle.processors()));
    }
}
