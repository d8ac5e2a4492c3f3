package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.planning.dispatch.Dispatch;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.runs.InstanceRunView;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/** Task plans (T/BAX 0006.5 C.1 to C.7). No transaction is open while nodes are told. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskPlans {

    @EJB
    PlanWriting writing;

    @EJB
    PlanReading reading;

    @EJB
    Dispatch dispatch;

    @Inject
    CurrentCaller caller;

    /** Makes a plan (C.1) and answers its ID; a plan with {@code autoStart} is started. */
    public long create(NewPlan wanted) {
        long id = writing.create(wanted, caller.require(Role.OPERATORS));
        if (wanted.autoStart()) {
            start(id);
        }
        return id;
    }

    /**
     * Changes the given members and no others (C.2). What the plan runs changes only while it is OFF. A given list of
     * instances becomes the plan's list: an element that names an instance changes it, other elements are added, and
     * instances that are not named are deleted. {@code autoStart} is kept and starts nothing.
     */
    public void update(long id, PlanChange change) {
        writing.update(id, change, caller.require(Role.OPERATORS));
    }

    /** Plans found (C.3). */
    public Page<PlanView> search(PlanSearch search) {
        return reading.search(search, caller.require(Role.READERS));
    }

    /** One plan with live counts (C.4). */
    public PlanView get(long id) {
        return reading.get(id, caller.require(Role.READERS));
    }

    /** The runs of the plan's instances, oldest first. */
    public Page<InstanceRunView> runs(long id, PageRequest page) {
        return reading.runs(id, page, caller.require(Role.READERS));
    }

    /** The plan's windows, as things stand now. */
    public PlanWindowsView windows(long id) {
        return reading.windows(id, caller.require(Role.READERS));
    }

    /** Deletes a plan that is OFF (C.5). */
    public void delete(long id) {
        writing.delete(id, caller.require(Role.OPERATORS));
    }

    /**
     * Starts a plan (C.6); a plan that is ON is left alone. A periodic plan's instances are handed to nodes before this
     * returns where these answer within a second and not thousands of others are due, else soon after; or they wait until its
     * windows open it. An inspection's first group follows.
     */
    public void start(long id) {
        writing.start(id, caller.require(Role.OPERATORS));
        dispatch.startDue();
    }

    /** Stops a plan and all that runs of it (C.7); a plan that is OFF is left alone. */
    public void stop(long id) {
        dispatch.stop(writing.stop(id, caller.require(Role.OPERATORS)));
    }
}
