package org.computility.planning;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.computility.identity.CurrentCaller;
import org.computility.planning.dispatch.Dispatch;
import org.computility.planning.drafts.Drafts;
import org.computility.planning.drafts.InstanceIds;
import org.computility.shared.Rejected;

/** Task instances (T/BAX 0006.5 C.8 to C.14). No transaction is open while nodes are told. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskInstances {

    @EJB
    private InstanceWriting writing;

    @EJB
    private InstanceReading reading;

    @EJB
    private Dispatch dispatch;

    @Inject
    private CurrentCaller caller;

    /** Adds instances to a plan (C.8); with {@code AutoStart} they are started, an inspection's when their group comes. */
    public void add(JsonObject body) {
        boolean start = body.getBoolean("AutoStart", false);
        writing.add(body.getJsonNumber("TaskID").longValue(), body, start, caller.require(PlanRoles.WRITE));
        if (start) {
            dispatch.startDue();
        }
    }

    /**
     * Changes the given members of an idle instance (C.9).
     *
     * @param pathId null when the path has none: then the body's {@code ID} says which
     */
    public void update(String pathId, JsonObject body) {
        caller.require(PlanRoles.WRITE);
        JsonObject info = Drafts.info(body);
        String bodyId = info.containsKey("ID") ? InstanceIds.text("ID", info.get("ID")) : null;
        if (pathId == null && bodyId == null) {
            throw new Rejected("member-missing", "ID", "ID is missing: which instance is meant.");
        }
        writing.change("ID", pathId == null ? bodyId : pathId, body, caller.get());
    }

    /** Instances found (C.10): each an AlgoTaskInfo, with what is known about the instance beside. */
    public InstancePage search(InstanceSearch search) {
        return reading.search(search, caller.require(PlanRoles.READ));
    }

    /** One instance (C.11): its AlgoTaskInfo is the member {@code TaskInfo}. */
    public JsonObject get(String id) {
        return reading.get(id, caller.require(PlanRoles.READ));
    }

    /** Deletes an idle instance (C.12). */
    public void delete(String id) {
        writing.remove(id, caller.require(PlanRoles.WRITE));
    }

    /** Starts instances (C.13); those that run are left alone. */
    public void start(JsonArray ids) {
        writing.want(InstanceIds.of("IDs", ids), caller.require(PlanRoles.WRITE));
        dispatch.startDue();
    }

    /** Stops instances (C.14); those that do not run are left alone. */
    public void stop(JsonArray ids) {
        dispatch.stop(writing.unwant(InstanceIds.of("IDs", ids), caller.require(PlanRoles.WRITE)));
    }
}
