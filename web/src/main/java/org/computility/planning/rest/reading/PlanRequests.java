package org.computility.planning.rest.reading;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.computility.planning.drafts.InspectionSpec;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanChange;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.Rejected;

/** Reads tables C.1, C.2 and C.4. The schemas have checked types and lengths of the members that they list. */
public final class PlanRequests {

    private static final String INFOS = "AlgoTaskInfos";
    private static final String INSPECTED = "InspectionPlan.TaskInfo";

    private PlanRequests() {}

    /** A plan to be made (table C.1). */
    public static NewPlan newPlan(JsonObject body) {
        return new NewPlan(
                body.getString("Name"),
                PlanType.valueOf(body.getString("Type")),
                PlanMode.valueOf(body.getString("Mode")),
                body.getString("Description", null),
                windows(body),
                body.getBoolean("AutoRestart", false),
                body.getBoolean("AutoStart", false),
                instances(AlgoTaskInfos.OF_NEW, body.get(INFOS)),
                inspection(AlgoTaskInfos.OF_NEW, body.getJsonObject("InspectionPlan")));
    }

    /** Changes of the plan that the path names (table C.4). */
    public static PlanChange change(long planId, JsonObject body) {
        checkId("TaskID", planId, body);
        // What C.3 and C.4 answer: whoever sends a plan back as it was read means that plan.
        checkId("ID", planId, body);
        return new PlanChange(
                member(body, "Type", PlanType.class),
                member(body, "Mode", PlanMode.class),
                body.getString("Name", null),
                body.getString("Description", null),
                windows(body),
                flag(body, "AutoRestart"),
                flag(body, "AutoStart"),
                instances(AlgoTaskInfos.OF_LIST, body.get(INFOS)),
                inspection(AlgoTaskInfos.OF_LIST, body.getJsonObject("InspectionPlan")));
    }

    private static void checkId(String member, long planId, JsonObject body) {
        JsonValue named = body.get(member);
        boolean same = named instanceof JsonNumber number
                ? number.longValue() == planId
                : named instanceof JsonString text && text.getString().equals(Long.toString(planId));
        if (named != null && !same) {
            throw new Rejected(
                    "member-invalid", member, member + " is " + named + " and the path says " + planId + ".");
        }
    }

    private static <E extends Enum<E>> E member(JsonObject body, String name, Class<E> type) {
        return body.containsKey(name) ? Enum.valueOf(type, body.getString(name)) : null;
    }

    private static List<InstanceSpec> instances(AlgoTaskInfos infos, JsonValue value) {
        if (value == null) {
            return null;
        }
        // Table C.1 writes AlgoTaskInfo without brackets: one object is taken as a list of one.
        return value instanceof JsonArray array
                ? infos.readAll(INFOS, array)
                : List.of(infos.read(INFOS + "[0]", value));
    }

    private static InspectionSpec inspection(AlgoTaskInfos infos, JsonObject given) {
        if (given == null) {
            return null;
        }
        JsonValue value = given.get("TaskInfo");
        return new InspectionSpec(
                number(given, "Concurrency"),
                number(given, "Duration"),
                number(given, "RoundLimit"),
                inspected(infos, value),
                value instanceof JsonObject);
    }

    private static List<InstanceSpec> inspected(AlgoTaskInfos infos, JsonValue value) {
        if (value == null) {
            return null;
        }
        return value instanceof JsonArray array
                ? infos.readAll(INSPECTED, array)
                : List.of(infos.read(INSPECTED, value));
    }

    private static List<String> windows(JsonObject body) {
        JsonArray array = body.getJsonArray("PlanDayTime");
        return array == null ? null : array.getValuesAs(JsonString::getString);
    }

    private static Boolean flag(JsonObject body, String name) {
        return body.containsKey(name) ? body.getBoolean(name) : null;
    }

    private static Integer number(JsonObject body, String name) {
        return body.get(name) instanceof JsonNumber number ? number.intValueExact() : null;
    }
}
