package org.computility.algorithms.delivery;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.replacement.AbandonedService;

/** Deletes a package from the platform (T/BAX 0006.5 A.2), and then from the nodes that hold it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PackageRemoval {

    @Inject
    private NodeDeliveries rows;

    @Inject
    private AlgorithmPackages packages;

    @Inject
    private DroppedPackages dropped;

    /**
     * Deletes a package; afterwards the nodes are told, in the background.
     *
     * @throws org.computility.shared.NotFound {@code package-unknown}
     * @throws org.computility.shared.Conflict {@code package-in-use} by a service that runs or may run
     */
    public void remove(String id) {
        List<String> holders = rows.holders(id);
        List<AbandonedService> abandoned = packages.remove(id);
        dropped.drop(holders, id, abandoned);
    }
}
