package org.computility.system.matrix;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.computility.system.Platform;

/** What the platform's own API description says of a standard: its operations, and the members of their tables. */
public final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final String standard;
    private final JsonObject description;

    /** @param standard such as {@code T/AI 123.12}: the summaries of its operations say it, and the clause of its annex A or B */
    public Contract(Platform platform, String standard) {
        this.standard = standard;
        String text =
                platform.anonymous().get("openapi?format=JSON").expect(200).text();
        try (var reader = Json.createReader(new StringReader(text))) {
            description = reader.readObject();
        }
    }

    /**
     * A member of a table.
     *
     * @param path where it stands: names, and {@code 0} for the first of a list
     */
    public record Member(List<String> path, JsonObject schema, boolean required) {

        public String name() {
            return path.stream()
                    .filter(step -> !step.equals("0"))
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }

        String type() {
            return schema.getString("type", "any");
        }
    }

    /** Such as {@code POST /registerData}. */
    public Set<String> operations() {
        Set<String> found = new TreeSet<>();
        description
                .getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method) && isOfTheStandard(operation.asJsonObject())) {
                        found.add(method.toUpperCase() + " " + path);
                    }
                }));
        return found;
    }

    /** The members of the operation's body, also those inside of others; those of its query for a GET. */
    public List<Member> members(String operation) {
        JsonObject described = described(operation);
        List<Member> members = new ArrayList<>();
        if (described.containsKey("requestBody")) {
            JsonObject body = described.getJsonObject("requestBody").getJsonObject("content");
            JsonObject only = body.values().iterator().next().asJsonObject();
            add(members, List.of(), only.getJsonObject("schema"));
        } else if (described.containsKey("parameters")) {
            for (JsonObject reference : described.getJsonArray("parameters").getValuesAs(JsonObject.class)) {
                JsonObject parameter = resolved(reference);
                if (parameter.getString("in", "").equals("query")) {
                    members.add(new Member(
                            List.of(parameter.getString("name")),
                            resolved(parameter.getJsonObject("schema")),
                            parameter.getBoolean("required", false)));
                }
            }
        }
        return members;
    }

    private void add(List<Member> members, List<String> path, JsonObject reference) {
        JsonObject schema = resolved(reference);
        if (schema.containsKey("items")) {
            JsonObject items = resolved(schema.getJsonObject("items"));
            members.add(new Member(step(path, "0"), items, false));
            add(members, step(path, "0"), items);
        }
        Set<String> required = schema.getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(name -> ((JsonString) name).getString())
                .collect(Collectors.toSet());
        for (Map.Entry<String, JsonValue> property : schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .entrySet()) {
            JsonObject of = resolved(property.getValue().asJsonObject());
            members.add(new Member(step(path, property.getKey()), of, required.contains(property.getKey())));
            add(members, step(path, property.getKey()), of);
        }
    }

    private static List<String> step(List<String> path, String next) {
        List<String> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    private JsonObject described(String operation) {
        String[] parts = operation.split(" ");
        return description.getJsonObject("paths").getJsonObject(parts[1]).getJsonObject(parts[0].toLowerCase());
    }

    private JsonObject resolved(JsonObject schema) {
        JsonValue reference = schema.get("$ref");
        return reference == null
                ? schema
                : resolved(description
                        .getValue(((JsonString) reference).getString().substring(1))
                        .asJsonObject());
    }

    private boolean isOfTheStandard(JsonObject operation) {
        String summary = operation.getString("summary", "");
        return summary.contains(standard + " A.") || summary.contains(standard + " B.");
    }
}
