package org.computility.planning.rest.reading;

import jakarta.json.JsonObject;
import org.computility.planning.drafts.InstanceChange;
import org.computility.planning.drafts.InstanceIds;
import org.computility.planning.drafts.NewInstances;
import org.computility.shared.Rejected;

/** Reads what comes in about instances: table C.10, the AlgoTaskInfo of C.9, tables C.15 and C.16. */
public final class InstanceRequests {

    private InstanceRequests() {}

    /** Instances to be added (table C.10). */
    public static NewInstances newInstances(JsonObject body) {
        return new NewInstances(
                body.getJsonNumber("TaskID").longValue(),
                AlgoTaskInfos.OF_NEW.readAll("AlgoTaskInfos", body.getJsonArray("AlgoTaskInfos")),
                body.getBoolean("AutoStart", false));
    }

    /**
     * Which instance C.9 changes.
     *
     * @param pathId null when the path has none: then the body's {@code ID} says which
     */
    public static InstanceIds changed(String pathId, JsonObject body) {
        JsonObject info = InfoForm.unwrapped("", body);
        String bodyId = info.containsKey("ID") ? InstanceNames.text("ID", info.get("ID")) : null;
        if (pathId == null && bodyId == null) {
            throw new Rejected("member-missing", "ID", "ID is missing: which instance is meant.");
        }
        return InstanceNames.one("ID", pathId == null ? bodyId : pathId);
    }

    /** The given members of an AlgoTaskInfo, to be laid over the members that the instance has (C.9). */
    public static InstanceChange change(JsonObject body) {
        JsonObject given = InfoForm.unwrapped("", body);
        return present -> AlgoTaskInfos.OF_NEW.read("AlgoTaskInfo", InfoForm.merged(present.json(), given));
    }

    /** The instances that are named (tables C.15 and C.16). */
    public static InstanceIds named(JsonObject body) {
        return InstanceNames.all("IDs", body.getJsonArray("IDs"));
    }
}
