package org.computility.serving.replicas;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.serving.ServiceKeeping;
import org.computility.shared.Member;
import org.computility.shared.NotFound;

/** Operators say how many replicas a service has (T/BAX 0006.5 clause 6.3 e). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServiceReplicas {

    @EJB
    ServiceKeeping services;

    @EJB
    Resizing resizing;

    @Inject
    CurrentCaller caller;

    /**
     * Changes the number at the node. Running tasks stay, as far as there is room; the others move elsewhere.
     *
     * @throws NotFound {@code service-unknown}, also for another organisation's service
     * @throws org.computility.shared.Conflict {@code service-not-running}, {@code changed-meanwhile}, and what {@link
     *     org.computility.compute.Accelerators} says of a node that refuses; then all is as it was
     */
    public ReplicasView set(UUID serviceId, int replicas) {
        Caller operator = caller.require(Role.OPERATORS);
        UUID owner = services.find(serviceId)
                .map(found -> found.service().organisationId())
                .orElseThrow(() -> unknown(serviceId));
        if (!operator.sees(owner)) {
            throw unknown(serviceId);
        }
        return ReplicasView.of(resizing.resize(serviceId, replicas));
    }

    static NotFound unknown(UUID serviceId) {
        return new NotFound(
                "service-unknown", new Member("serviceId"), "There is no algorithm service " + serviceId + ".");
    }
}
