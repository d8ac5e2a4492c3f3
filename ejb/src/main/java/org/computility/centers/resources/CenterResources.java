package org.computility.centers.resources;

import java.time.Instant;
import java.util.List;

/**
 * What a center has, and what of it is idle.
 *
 * @param probedAt the age of all this; null: the center never answered
 * @param total null: not known yet
 * @param idle null: not known yet; nothing is idle at a center that is not connected
 * @param nodeCount nodes that take jobs
 * @param idleNodes nodes with at least one free core, those with the same free resources counted together
 */
public record CenterResources(
        String centerId,
        String centerName,
        boolean connected,
        Instant probedAt,
        Bundle total,
        Bundle idle,
        int nodeCount,
        List<NodeGroup> idleNodes) {

    /** Nodes of which the same is free. */
    public record NodeGroup(Bundle free, int nodes) {}

    public CenterResources {
        idleNodes = List.copyOf(idleNodes);
    }
}
