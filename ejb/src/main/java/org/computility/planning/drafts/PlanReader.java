package org.computility.planning.drafts;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.computility.shared.Rejected;

/**
 * Reads tables C.1, C.2 and C.4. The edge has checked types and lengths of the members; here are the rules between them.
 */
final class PlanReader {

    private final TaskInfoReader infos;

    PlanReader(TaskInfoReader infos) {
        this.infos = infos;
    }

    /** A new plan: everything its mode needs must be there. */
    PlanDraft create(JsonObject body) {
        PlanMode mode = PlanMode.valueOf(body.getString("Mode"));
        PlanType type = PlanType.valueOf(body.getString("Type"));
        if (mode == PlanMode.PERIODIC && !body.containsKey("AlgoTaskInfos")) {
            throw missing("AlgoTaskInfos", "a PERIODIC plan needs it");
        }
        if (mode == PlanMode.INSPECTIVE && !body.containsKey("InspectionPlan")) {
            throw missing("InspectionPlan", "an INSPECTIVE plan needs it");
        }
        PlanDraft draft = read(body, mode, type);
        if (mode == PlanMode.INSPECTIVE) {
            JsonObject inspection = body.getJsonObject("InspectionPlan");
            for (String member : List.of("Concurrency", "Duration", "TaskInfo")) {
                if (!inspection.containsKey(member)) {
                    throw missing("InspectionPlan." + member, "table C.2 requires it");
                }
            }
        }
        return draft;
    }

    /** Changes of a plan of that mode and type. */
    PlanDraft update(JsonObject body, PlanMode mode, PlanType type) {
        return read(body, mode, type);
    }

    private PlanDraft read(JsonObject body, PlanMode mode, PlanType type) {
        refuseTheOther(body, mode);
        JsonObject inspection = body.getJsonObject("InspectionPlan");
        JsonValue single = inspection == null ? null : inspection.get("TaskInfo");
        return new PlanDraft(
                body.getString("Name", null),
                type,
                mode,
                body.getString("Description", null),
                planDayTime(body.getJsonArray("PlanDayTime")),
                flag(body, "AutoRestart"),
                flag(body, "AutoStart"),
                inspection == null
                        ? null
                        : new PlanDraft.Inspection(
                                number(inspection, "Concurrency"),
                                number(inspection, "Duration"),
                                number(inspection, "RoundLimit")),
                mode == PlanMode.PERIODIC ? periodic(body, type) : inspective(single, type),
                single instanceof JsonObject);
    }

    private static void refuseTheOther(JsonObject body, PlanMode mode) {
        String other = mode == PlanMode.PERIODIC ? "InspectionPlan" : "AlgoTaskInfos";
        JsonValue value = body.get(other);
        boolean empty = value == null || (value instanceof JsonArray array && array.isEmpty());
        if (!empty) {
            throw new Rejected("member-invalid", other, other + " does not go with Mode " + mode + ".");
        }
    }

    private List<TaskInfo> periodic(JsonObject body, PlanType type) {
        JsonValue value = body.get("AlgoTaskInfos");
        if (value == null) {
            return null;
        }
        // Table C.1 writes AlgoTaskInfo without brackets: one object is taken as a list of one.
        JsonArray array = value instanceof JsonArray given
                ? given
                : JSON.createArrayBuilder().add(value).build();
        if (array.isEmpty()) {
            throw missing("AlgoTaskInfos[0]", "at least one is needed");
        }
        return infos.readAll("AlgoTaskInfos", array, type);
    }

    private List<TaskInfo> inspective(JsonValue taskInfo, PlanType type) {
        if (taskInfo == null) {
            return null;
        }
        if (taskInfo instanceof JsonArray array) {
            if (array.isEmpty()) {
                throw missing("InspectionPlan.TaskInfo[0]", "at least one is needed");
            }
            return infos.readAll("InspectionPlan.TaskInfo", array, type);
        }
        return List.of(infos.read("InspectionPlan.TaskInfo", taskInfo, type));
    }

    private static List<String> planDayTime(JsonArray array) {
        if (array == null) {
            return null;
        }
        List<String> windows = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String text = ((JsonString) array.get(i)).getString();
            PlanDayTime.parse("PlanDayTime[" + i + "]", text);
            windows.add(text);
        }
        return windows;
    }

    private static Boolean flag(JsonObject body, String name) {
        return body.containsKey(name) ? body.getBoolean(name) : null;
    }

    private static Integer number(JsonObject body, String name) {
        return body.get(name) instanceof JsonNumber number ? number.intValueExact() : null;
    }

    private static Rejected missing(String member, String why) {
        return new Rejected("member-missing", member, member + " is missing: " + why + ".");
    }
}
