package org.computility.algorithms.delivery;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.algorithms.replacement.AbandonedService;
import org.computility.algorithms.replacement.AbandonedServices;
import org.computility.compute.Accelerators;
import org.computility.shared.BusinessFailure;

/** Takes from nodes the packages that the platform no longer has. No transaction is open while a node is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DroppedPackages {

    private static final Logger LOG = Logger.getLogger(DroppedPackages.class.getName());

    @Inject
    private AbandonedServices abandoned;

    @Inject
    private Accelerators accelerators;

    /**
     * Takes a package that the platform no longer has from the nodes that hold it, as far as they answer. The services
     * that were given up with the package go first.
     */
    @Asynchronous
    public void drop(List<String> computeCodes, String packageId, List<AbandonedService> services) {
        abandoned.unloadNow(services);
        for (String code : computeCodes) {
            try {
                accelerators.call(code, connection -> {
                    connection.removePackage(packageId);
                    return packageId;
                });
            } catch (BusinessFailure e) {
                LOG.log(Level.INFO, "Compute {0} keeps package {1}: {2}", new Object[] {code, packageId, e.getMessage()
                });
            }
        }
    }
}
