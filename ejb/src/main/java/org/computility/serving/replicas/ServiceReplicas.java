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
import org.computility.serving.AllowedService;
import org.computility.serving.LoadedState;
import org.computility.serving.ServiceKeeping;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.UuidText;

/** Operators say how many replicas a service has (T/BAX 0006.5 clause 6.3 e). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServiceReplicas {

    /** As the contract of {@link #set} says. */
    private static final int MOST = 64;

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
        own(serviceId);
        return ReplicasView.of(resizing.resize(serviceId, replicas));
    }

    /**
     * Changes the number by so many, from what it is now.
     *
     * @param service the ID, as a page sent it
     * @throws Rejected {@code member-invalid} below 1 and above 64; else as {@link #set}
     */
    public ReplicasView change(String service, int by) {
        caller.require(Role.OPERATORS);
        UUID serviceId = UuidText.read(service).orElseThrow(() -> unknown(service));
        int wanted = own(serviceId).replicas() + by;
        if (wanted < 1 || wanted > MOST) {
            throw new Rejected("member-invalid", new Member("replicas"), "{member} is from 1 to " + MOST + ".");
        }
        return ReplicasView.of(resizing.resize(serviceId, wanted));
    }

    private AllowedService own(UUID serviceId) {
        Caller operator = caller.require(Role.OPERATORS);
        AllowedService service =
                services.find(serviceId).map(LoadedState::service).orElseThrow(() -> unknown(serviceId));
        if (!operator.sees(service.organisationId())) {
            throw unknown(serviceId);
        }
        return service;
    }

    static NotFound unknown(Object serviceId) {
        return new NotFound(
                "service-unknown", new Member("serviceId"), "There is no algorithm service " + serviceId + ".");
    }
}
