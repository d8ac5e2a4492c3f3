package org.computility.algorithms.delivery;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.algorithms.replacement.AbandonedService;
import org.computility.algorithms.replacement.AbandonedServices;
import org.computility.compute.Accelerators;
import org.computility.connector.AcceleratorConnection;
import org.computility.shared.BusinessFailure;

/** Compares what the platform believes about a node's packages with what the node says. No transaction while it asks. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryReconciliation {

    private static final Logger LOG = Logger.getLogger(DeliveryReconciliation.class.getName());

    @Inject
    private DeliveryKeeping deliveries;

    @Inject
    private AbandonedServices abandoned;

    @Inject
    private Accelerators accelerators;

    @Inject
    private Clock clock;

    /** Compares in the background. */
    @Asynchronous
    public void compare(String computeCode) {
        compareNow(computeCode);
    }

    /** Compares and answers when done; a node that does not answer leaves everything as it is. */
    public void compareNow(String computeCode) {
        try {
            Instant asked = clock.instant();
            var held = accelerators.call(computeCode, AcceleratorConnection::packages);
            deliveries.takeOver(computeCode, held, asked);
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "Compute {0} did not list its packages: {1}", new Object[] {computeCode, e.getMessage()
            });
        }
    }

    /**
     * Takes a package that the platform no longer has from the nodes that hold it, as far as they answer, after the services
     * that were given up with it.
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
