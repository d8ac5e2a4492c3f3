package org.computility.serving.replicas;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.computility.compute.Accelerators;
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.serving.AllowedService;
import org.computility.serving.LoadedState;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceLicensing;
import org.computility.serving.ServiceState;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.Member;

/**
 * Changes services at their nodes, whoever asks. Room is taken from dispatch before the node gives it up, and given to
 * dispatch after the node has it. Whoever dies in between asks again: a repeated change is no error.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Resizing {

    private static final Member REPLICAS = new Member("replicas");

    @EJB
    ServiceKeeping services;

    @EJB
    Accelerators accelerators;

    @EJB
    ServiceLicensing licensing;

    @Inject
    ServiceTasks tasks;

    /**
     * Gives the service that many replicas. A node that refuses or does not answer leaves the number as it was.
     *
     * @throws org.computility.shared.NotFound {@code service-unknown}
     * @throws Conflict {@code service-not-running}, {@code changed-meanwhile}, {@code node-refused}
     */
    public AllowedService resize(UUID serviceId, int replicas) {
        AllowedService before = running(serviceId);
        AllowedService after = before.with(replicas);
        // The same number may be half of a shrinking whose server died: its tasks are still to go.
        if (replicas <= before.replicas()) {
            shrink(before, after);
        } else {
            tell(after);
            note(before, replicas);
        }
        return after;
    }

    /**
     * Has its node load a service that is opened already; one that its node has told of since is left alone. A node that
     * refuses or does not answer leaves nothing behind.
     *
     * @throws org.computility.shared.NotFound {@code service-unknown}
     */
    public void load(UUID serviceId) {
        LoadedState opened = services.find(serviceId).orElseThrow(() -> ServiceReplicas.unknown(serviceId));
        if (opened.status() != ServiceState.INIT) {
            return;
        }
        try {
            tell(opened.service());
        } catch (BusinessFailure e) {
            services.forget(List.of(serviceId));
            throw e;
        }
    }

    /** Unloads the service; what it runs moves elsewhere first. Nothing where it is gone already. */
    public void unload(UUID serviceId) {
        LoadedState found = services.find(serviceId).orElse(null);
        if (found == null) {
            return;
        }
        tasks.leave(serviceId, 0, "Service " + serviceId + " is unloaded; this waits for another place.");
        accelerators.call(found.service().computeCode(), connection -> {
            connection.unloadService(serviceId.toString());
            return serviceId;
        });
        services.forget(List.of(serviceId));
    }

    private void shrink(AllowedService before, AllowedService after) {
        note(before, after.replicas());
        try {
            tasks.leave(
                    before.id(),
                    after.slots(),
                    "Service " + before.id() + " has " + after.replicas()
                            + " replicas now; this waits for another place.");
            tell(after);
        } catch (BusinessFailure e) {
            // Where somebody has changed it since, that change stands.
            services.resize(after, before.replicas());
            throw e;
        }
    }

    private AllowedService running(UUID serviceId) {
        LoadedState found = services.find(serviceId).orElseThrow(() -> ServiceReplicas.unknown(serviceId));
        if (!found.runs()) {
            throw new Conflict(
                    "service-not-running",
                    REPLICAS,
                    "Service " + serviceId + " is " + found.status()
                            + ": {member} can be changed while it is RUNNING or OVERLOAD.");
        }
        return found.service();
    }

    private void tell(AllowedService wanted) {
        ServiceLoad order = licensing.renewed(wanted).order();
        accelerators.call(wanted.computeCode(), connection -> {
            connection.loadService(order);
            return wanted;
        });
    }

    private void note(AllowedService before, int replicas) {
        if (!services.resize(before, replicas)) {
            throw new Conflict(
                    "changed-meanwhile",
                    REPLICAS,
                    "The {member} of service " + before.id()
                            + " were changed by somebody else in the same moment; look at it and send the request again.");
        }
    }
}
