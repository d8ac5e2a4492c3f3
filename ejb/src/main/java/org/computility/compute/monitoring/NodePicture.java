package org.computility.compute.monitoring;

import java.time.Instant;
import java.util.List;
import org.computility.compute.NodeView;

/**
 * A node and what it last told of itself.
 *
 * @param machines none of a node that never told anything
 * @param toldAt null for a node that never told anything
 */
public record NodePicture(NodeView node, List<Machine> machines, Instant toldAt) {

    public NodePicture {
        machines = List.copyOf(machines);
    }
}
