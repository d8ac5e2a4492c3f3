package org.computility.planning.dispatch.leaving;

import java.util.List;
import java.util.UUID;
import org.computility.compute.NodeAddress;

/** A node has left, and what it ran runs elsewhere. Fired inside the transaction that records it. */
public record TasksLeft(NodeAddress node, List<UUID> tasks) {

    public TasksLeft {
        tasks = List.copyOf(tasks);
    }
}
