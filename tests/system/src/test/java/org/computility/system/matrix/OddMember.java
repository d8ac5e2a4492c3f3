package org.computility.system.matrix;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A member of a table as it must not be: missing, of another type, too long, out of its bounds. */
public final class OddMember {

    /** What a text may fail to say. */
    private static final Set<String> SPOKEN = Set.of("integer", "boolean");

    private final Contract.Member member;
    private final boolean inTexts;

    /** @param inTexts whether everything is a text there: in a query, or in parts of a form */
    public OddMember(Contract.Member member, boolean inTexts) {
        this.member = member;
        this.inTexts = inTexts;
    }

    /** Bodies that are valid but for this member, each with what is odd. */
    public Map<JsonObject, Oddity> oddities(JsonObject valid) {
        Map<JsonObject, Oddity> odd = new LinkedHashMap<>();
        if (!hasPlaceIn(valid)) {
            return odd;
        }
        if (member.required()) {
            odd.put(with(valid, null), Oddity.MISSING);
            if (!inTexts) {
                odd.put(with(valid, JsonValue.NULL), Oddity.MISSING);
            }
        }
        if (inTexts ? SPOKEN.contains(member.type()) : !member.type().equals("any")) {
            odd.put(
                    with(valid, member.type().equals("string") ? Json.createValue(7) : Json.createValue("seven")),
                    Oddity.MISTYPED);
        }
        bounds(odd, valid);
        if (member.schema().containsKey("enum")) {
            odd.put(with(valid, Json.createValue("perhaps")), Oddity.INVALID);
        }
        if (member.schema().containsKey("maxLength")) {
            String word = "水".repeat(member.schema().getInt("maxLength") + 1);
            odd.put(with(valid, Json.createValue(inTexts ? word.replace('水', 'x') : word)), Oddity.TOO_LONG);
        }
        if (member.schema().containsKey("maxItems")) {
            many(valid).ifPresent(many -> odd.put(many, Oddity.INVALID));
        }
        return odd;
    }

    private void bounds(Map<JsonObject, Oddity> odd, JsonObject valid) {
        if (member.schema().containsKey("minimum")) {
            odd.put(with(valid, Json.createValue(bound("minimum").subtract(BigDecimal.ONE))), Oddity.OUT_OF_RANGE);
        }
        if (member.schema().containsKey("maximum")) {
            odd.put(with(valid, Json.createValue(bound("maximum").add(BigDecimal.ONE))), Oddity.OUT_OF_RANGE);
        }
    }

    private BigDecimal bound(String which) {
        return member.schema().getJsonNumber(which).bigDecimalValue();
    }

    /** Whether what it stands in is there; else it has no oddities. What the body leaves out is looked at where it stands. */
    public boolean hasPlaceIn(JsonObject valid) {
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
