package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.planning.dispatch.Dispatch;
import org.computility.planning.runs.InstanceRunView;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/** Task plans (T/BAX 0006.5 C.1 to C.7). No transaction is open while nodes are told. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskPlans {

    @EJB
    private PlanWriting writing;

    @EJB
    private PlanReading reading;

    @EJB
    private Dispatch dispatch;

    @Inject
    private CurrentCaller caller;

    /** Makes a plan (C.1) and answers its ID; with {@code AutoStart} it is started. */
    public long create(JsonObject body) {
        Caller operator = caller.require(PlanRoles.WRITE);
        long id = writing.create(body, operator);
        if (body.getBoolean("AutoStart", false)) {
            start(id);
        }
        return id;
    }

    /**
     * Changes the given members and no others (C.2). What the plan runs changes only while it is OFF. A given list of task
     * infos becomes the plan's list: elements with an ID change that instance, the others are added, the rest is deleted.
     * {@code AutoStart} is kept and starts nothing.
     */
    public void update(long id, JsonObject body) {
        Caller operator = caller.require(PlanRoles.WRITE);
        if (body.get("TaskID") instanceof JsonNumber named && named.longValue() != id) {
            throw new Rejected("member-invalid", "TaskID", "TaskID is " + named + " and the path says " + id + ".");
        }
        writing.update(id, body, operator);
    }

    /** Plans found (C.3). */
    public PlanPage search(PlanSearch search) {
        return reading.search(search, caller.require(PlanRoles.READ));
    }

    /** One plan with live counts (C.4). */
    public PlanView get(long id) {
        return reading.get(id, caller.require(PlanRoles.READ));
    }

    /** The runs of the plan's instances, oldest first. */
    public Page<InstanceRunView> runs(long id, PageRequest page) {
        return reading.runs(id, page, caller.require(PlanRoles.READ));
    }

    /** Deletes a plan that is OFF (C.5). */
    public void delete(long id) {
        writing.delete(id, caller.require(PlanRoles.WRITE));
    }

    /**
     * Starts a plan (C.6); one that is ON is left alone. A periodic plan's instances are handed to nodes before this
     * returns; an inspection's first group follows.
     */
    public void start(long id) {
        writing.start(id, caller.require(PlanRoles.WRITE));
        dispatch.startDue();
    }

    /** Stops a plan and all that runs of it (C.7); one that is OFF is left alone. */
    public void stop(long id) {
        dispatch.stop(writing.stop(id, caller.require(PlanRoles.WRITE)));
    }
}
