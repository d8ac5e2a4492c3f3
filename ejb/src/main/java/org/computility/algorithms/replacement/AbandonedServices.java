package org.computility.algorithms.replacement;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.Accelerators;
import org.computility.compute.events.NodeReconciliation;
import org.computility.shared.BusinessFailure;

/**
 * Has nodes unload the services that went with their package. A node that does not is compared soon, and told
 * again. No transaction is open while a node is asked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AbandonedServices {

    private static final Logger LOG = Logger.getLogger(AbandonedServices.class.getName());

    private static final Duration LATER = Duration.ofSeconds(30);

    @Inject
    private Accelerators accelerators;

    @EJB
    private NodeReconciliation reconciliation;

    /** In the background. */
    @Asynchronous
    public void unload(List<AbandonedService> services) {
        unloadNow(services);
    }

    /** Returns once every node was asked. */
    public void unloadNow(List<AbandonedService> services) {
        for (AbandonedService service : services) {
            try {
                accelerators.call(service.computeCode(), connection -> {
                    connection.unloadService(service.serviceId());
                    return service;
                });
            } catch (BusinessFailure e) {
                LOG.log(Level.INFO, "Compute {0} keeps service {1}: {2}", new Object[] {
                    service.computeCode(), service.serviceId(), e.getMessage()
                });
                reconciliation.compareAfter(service.computeCode(), LATER);
            }
        }
    }
}
