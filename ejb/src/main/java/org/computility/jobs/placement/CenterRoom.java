package org.computility.jobs.placement;

import java.util.List;
import java.util.Set;
import org.computility.connector.jobs.NodeCapacity;

/**
 * A center as it was last seen.
 *
 * @param connected nothing is placed at a center that is not
 * @param nodes as its runtime told them; none before it was first asked. What the platform has handed over since is among the
 *     running tasks, not {@linkplain RunningTask#counted() counted}
 * @param datasets those that the center holds, as far as it is known
 */
public record CenterRoom(String id, boolean connected, List<NodeCapacity> nodes, Set<String> datasets) {

    public CenterRoom {
        nodes = List.copyOf(nodes);
        datasets = Set.copyOf(datasets);
    }
}
