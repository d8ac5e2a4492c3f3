package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.planning.dispatch.Dispatch;
import org.computility.planning.dispatch.waiting.InstancePlacementReasons;
import org.computility.planning.dispatch.waiting.InstancePlacementView;
import org.computility.planning.drafts.InstanceChange;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.NewInstances;
import org.computility.shared.Page;

/** Task instances (T/BAX 0006.5 C.8 to C.14). No transaction is open while nodes are told. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskInstances {

    @EJB
    InstanceWriting writing;

    @EJB
    InstanceReading reading;

    @EJB
    Dispatch dispatch;

    @EJB
    InstancePlacementReasons reasons;

    @Inject
    CurrentCaller caller;

    /**
     * Adds instances to a plan (C.8). Instances that shall run start at once, in an inspection when their group comes.
     */
    public void add(NewInstances added) {
        writing.add(added, caller.require(Role.OPERATORS));
        if (added.start()) {
            dispatch.startDue();
        }
    }

    /** Changes an idle instance (C.9). */
    public void change(InstanceIds id, InstanceChange change) {
        writing.change(id, change, caller.require(Role.OPERATORS));
    }

    /** Instances found (C.10). */
    public Page<InstanceView> search(InstanceSearch search) {
        return reading.search(search, caller.require(Role.READERS));
    }

    /** One instance (C.11). */
    public InstanceView get(InstanceIds id) {
        return reading.get(id, caller.require(Role.READERS));
    }

    /** Where an instance is, or why it waits. */
    public InstancePlacementView placement(InstanceIds id) {
        return reasons.of(get(id).task().id());
    }

    /** Deletes an idle instance (C.12). */
    public void delete(InstanceIds id) {
        writing.remove(id, caller.require(Role.OPERATORS));
    }

    /** Starts instances (C.13); running instances are left alone. */
    public void start(InstanceIds ids) {
        writing.want(ids, caller.require(Role.OPERATORS));
        dispatch.startDue();
    }

    /** Stops instances (C.14); instances that do not run are left alone. */
    public void stop(InstanceIds ids) {
        dispatch.stop(writing.unwant(ids, caller.require(Role.OPERATORS)));
    }
}
