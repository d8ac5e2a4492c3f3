package org.computility.planning.rest.reading;

import jakarta.json.JsonObject;
import java.util.Objects;
import java.util.stream.Stream;
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
     * Which instance C.9 changes. A path with a number and a body with a UUID, or the other way round, give both names:
     * the room knows whether they are one instance's.
     *
     * @param pathId null when the path has none: then the body's {@code ID} says which
     * @throws Rejected {@code member-invalid} when path and body name two instances
     */
    public static InstanceIds changed(String pathId, JsonObject body) {
        JsonObject info = InfoForm.unwrapped("", body);
        String bodyId = info.containsKey("ID") ? InstanceNames.text("ID", info.get("ID")) : null;
        if (pathId == null && bodyId == null) {
            throw new Rejected("member-missing", "ID", "ID is missing: which instance is meant.");
        }
        // C.10 and C.11 answer both: whoever sends an instance back as it was read names it twice.
        String number = info.containsKey("Number") ? InstanceNames.text("Number", info.get("Number")) : null;
        InstanceIds named = InstanceNames.all(
                "ID",
                Stream.of(pathId, bodyId, number)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        if (number != null && named.numbers().size() > 1) {
            throw new Rejected(
                    "member-invalid", "Number", "Number is " + number + ", and another instance is named as well.");
        }
        if (named.numbers().size() > 1 || named.uuids().size() > 1) {
            throw new Rejected("member-invalid", "ID", "ID is " + bodyId + " and the path says " + pathId + ".");
        }
        return named;
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
