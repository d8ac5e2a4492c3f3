package org.computility.compute.events;

import jakarta.resource.ResourceException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.computility.connector.accelerator.AcceleratorConnection;

/**
 * One kind of thing that nodes hold and of which a room keeps a picture: tasks, services, packages. The room implements
 * it as a CDI bean. {@link NodeReconciliation} finds the bean, and decides when which node is compared. No transaction
 * is open when a method is called.
 */
public interface NodeHolding<T> {

    /** What a node holds of this kind, by one exchange. */
    List<T> ask(AcceleratorConnection node) throws ResourceException;

    /**
     * Which of these nodes should hold something of this kind, or will soon. Nodes that hold nothing need no asking
     * while their streams are open. One query, however many nodes.
     */
    Set<String> expectedAt(Collection<String> computeCodes);

    /**
     * Makes the picture follow the nodes, and has nodes drop what they should not hold. A few statements, however many nodes. What
     * changed after a node was asked is newer than its answer and stays for the next comparison.
     */
    void compare(List<Told<T>> told);
}
