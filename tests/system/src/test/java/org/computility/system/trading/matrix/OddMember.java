package org.computility.system.trading.matrix;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member of a table as it must not be: missing, of another type, too long. */
final class OddMember {

    private static final String MISSING = "40001";
    private static final String TYPE = "40002";
    private static final String TOO_LONG = "40003";
    private static final String INVALID = "40004";

    private final Contract.Member member;
    private final boolean inQuery;

    /** @param inQuery there everything is a text */
    OddMember(Contract.Member member, boolean inQuery) {
        this.member = member;
        this.inQuery = inQuery;
    }

    /** Bodies that are valid but for this member, each with the code of its refusal. */
    Map<JsonObject, String> oddities(JsonObject valid) {
        Map<JsonObject, String> odd = new LinkedHashMap<>();
        if (!canHold(valid)) {
            return odd;
        }
        if (member.required()) {
            odd.put(with(valid, null), MISSING);
            if (!inQuery) {
                odd.put(with(valid, JsonValue.NULL), MISSING);
            }
        }
        if (!inQuery && !member.type().equals("any")) {
            odd.put(
                    with(valid, member.type().equals("string") ? Json.createValue(7) : Json.createValue("seven")),
                    TYPE);
        }
        if (member.schema().containsKey("enum")) {
            odd.put(with(valid, Json.createValue("perhaps")), INVALID);
        }
        if (member.schema().containsKey("maxLength")) {
            String word = "水".repeat(member.schema().getInt("maxLength") + 1);
            odd.put(with(valid, Json.createValue(inQuery ? word.replace('水', 'x') : word)), TOO_LONG);
        }
        if (member.schema().containsKey("maxItems")) {
            many(valid).ifPresent(many -> odd.put(many, INVALID));
        }
        return odd;
    }

    /** Whether what it stands in is there; what the body leaves out is looked at where it stands. */
    private boolean canHold(JsonObject valid) {
        JsonValue holder = valid;
        for (String step : member.path().subList(0, member.path().size() - 1)) {
            if (holder instanceof JsonObject object) {
                holder = object.get(step);
            } else if (holder != null && holder.getValueType() == JsonValue.ValueType.ARRAY) {
                holder = holder.asJsonArray().isEmpty()
                        ? null
                        : holder.asJsonArray().get(0);
            }
        }
        return holder != null;
    }

    /** A list one longer than it may be, of what it begins with; nothing where it is left out. */
    private Optional<JsonObject> many(JsonObject valid) {
        JsonValue list = valid;
        for (String step : member.path()) {
            list = list instanceof JsonObject object
                    ? object.get(step)
                    : list.asJsonArray().get(0);
        }
        if (list == null || list.asJsonArray().isEmpty()) {
            return Optional.empty();
        }
        var many = Json.createArrayBuilder();
        for (int i = 0; i <= member.schema().getInt("maxItems"); i++) {
            many.add(list.asJsonArray().get(0));
        }
        return Optional.of(with(valid, many.build()));
    }

    private JsonObject with(JsonObject valid, JsonValue value) {
        return changed(valid, member.path(), value).asJsonObject();
    }

    private static JsonValue changed(JsonValue holder, List<String> path, JsonValue value) {
        if (path.isEmpty()) {
            return value;
        }
        List<String> rest = path.subList(1, path.size());
        if (path.get(0).equals("0")) {
            return Json.createArrayBuilder()
                    .add(changed(holder.asJsonArray().get(0), rest, value))
                    .build();
        }
        JsonObject object = holder.asJsonObject();
        JsonObjectBuilder copy = Json.createObjectBuilder(object).remove(path.get(0));
        JsonValue next = changed(object.get(path.get(0)), rest, value);
        return next == null ? copy.build() : copy.add(path.get(0), next).build();
    }
}
