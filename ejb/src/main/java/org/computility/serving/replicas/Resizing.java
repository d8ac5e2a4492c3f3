package org.computility.serving.replicas;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.computility.compute.Accelerators;
import org.computility.compute.events.NodeReconciliation;
import org.computility.connector.accelerator.ServiceLoad;
import org.computility.serving.AllowedService;
import org.computility.serving.LoadedState;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceLicensing;
import org.computility.serving.ServiceState;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.Unavailable;

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

    @EJB
    NodeReconciliation reconciliation;

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
            grow(before, after);
        }
        return after;
    }

    /**
     * Tells the node once more how many replicas the service should have; what it runs beyond their room moves elsewhere first.
     *
     * @throws org.computility.shared.NotFound {@code service-unknown}
     * @throws Conflict {@code service-not-running}, {@code changed-meanwhile}, {@code node-refused}
     */
    public void repeat(UUID serviceId) {
        AllowedService wanted = running(serviceId);
        shrink(wanted, wanted);
    }

    /**
     * Has its node load a service that is opened already; one that its node has told of since is left alone. A node that
     * refuses or does not answer leaves nothing behind.
     *
     * @throws org.computility.shared.NotFound {@code service-unknown}
     */
    public void load(UUID serviceId) {
        LoadedState opened = services.find(serviceId).orElseThrow(() -> ServiceReplicas.unknown(serviceId));
        if (opened.status() != ServiceState.INIT || opened.leaving()) {
            return;
        }
        try {
            tell(opened.service());
        } catch (BusinessFailure e) {
            services.forget(List.of(serviceId));
            if (e instanceof Unavailable) {
                // Perhaps it is loaded nevertheless: then it is found there, as nobody's.
                reconciliation.compareAfter(opened.service().computeCode(), ServiceKeeping.ASKED_AFTER);
            }
            throw e;
        }
    }

    /**
     * Unloads the service; what it runs moves elsewhere first, and nothing gets a place there meanwhile. Nothing where it is gone
     * already. A node that refuses leaves it as it was; a node that does not answer is told again ({@link Reminders}).
     */
    public void unload(UUID serviceId) {
        LoadedState found = services.find(serviceId).orElse(null);
        if (found == null) {
            return;
        }
        services.close(serviceId);
        try {
            tasks.leave(serviceId, 0, "Service " + serviceId + " is unloaded; this waits for another place.");
            accelerators.call(found.service().computeCode(), connection -> {
                connection.unloadService(serviceId.toString());
                return serviceId;
            });
        } catch (Unavailable e) {
            // Perhaps it is unloaded: as long as nobody knows, no task goes there.
            reconciliation.compareAfter(found.service().computeCode(), ServiceKeeping.ASKED_AFTER);
            throw e;
        } catch (BusinessFailure e) {
            services.reopen(serviceId);
            throw e;
        }
        services.forget(List.of(serviceId));
    }

    /** The service is gone from its node, which was told to unload it. */
    public void left(UUID serviceId) {
        services.forget(List.of(serviceId));
    }

    private void grow(AllowedService before, AllowedService after) {
        tell(after);
        if (!services.resize(before, after.replicas())) {
            settle(after);
            throw changed(before);
        }
    }

    private void shrink(AllowedService before, AllowedService after) {
        if (!services.resize(before, after.replicas())) {
            throw changed(before);
        }
        try {
            tasks.leave(
                    before.id(),
                    after.slots(),
                    "Service " + before.id() + " has " + after.replicas()
                            + " replicas now; this waits for another place.");
            tell(after);
            settle(after);
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
                    "Service " + serviceId + " is " + (found.leaving() ? "being unloaded" : found.status())
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

    /** Of two who change a service at once, the last one at its node may not be the last one here: what stands here is told last. */
    private void settle(AllowedService told) {
        services.find(told.id())
                .filter(found -> !found.leaving())
                .map(LoadedState::service)
                .filter(now -> now.replicas() != told.replicas())
                .ifPresent(this::tell);
    }

    private static Conflict changed(AllowedService service) {
        return new Conflict(
                "changed-meanwhile",
                REPLICAS,
                "The {member} of service " + service.id()
                        + " were changed by somebody else in the same moment; look at it and send the request again.");
    }
}
