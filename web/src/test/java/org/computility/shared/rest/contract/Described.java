package org.computility.shared.rest.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An operation as the API description has it.
 *
 * @param parameters its own, and those of all operations at its path
 */
record Described(String name, JsonObject operation, List<JsonValue> parameters, JsonObject description) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** All of them, by method and path: {@code GET /platform/v1/accounts/{}}. */
    static Map<String, Described> allByName(JsonObject description) {
        Map<String, Described> operations = new TreeMap<>();
        description
                .getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        String name = OperationName.of(method, path);
                        operations.put(
                                name,
                                new Described(
                                        name, operation.asJsonObject(), parametersOf(item, operation), description));
                    }
                }));
        return operations;
    }

    /** Media types of the request body, by name. */
    Map<String, JsonObject> requestBody() {
        return operation.containsKey("requestBody") ? content(operation.getJsonObject("requestBody")) : Map.of();
    }

    /** Names of the parameters, of the members of the body, and with a dot of their members. */
    Set<String> inputs() {
        Set<String> names = new TreeSet<>(parameters("path").keySet());
        names.addAll(parameters("query").keySet());
        requestBody().values().forEach(content -> {
            JsonObject schema = followed(content.getJsonObject("schema"));
            names.addAll(members(schema));
            schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
                    .asJsonObject()
                    .forEach((name, member) -> members(member).forEach(inner -> names.add(name + "." + inner)));
        });
        return names;
    }

    /** The schemas of the parameters there, by name; references to shared parameters are followed. */
    Map<String, JsonObject> parameters(String place) {
        Map<String, JsonObject> schemas = new TreeMap<>();
        parameters.stream()
                .map(this::followed)
                .filter(parameter -> parameter.getString("in").equals(place))
                .forEach(parameter -> schemas.put(parameter.getString("name"), parameter.getJsonObject("schema")));
        return schemas;
    }

    private static List<JsonValue> parametersOf(JsonValue... holders) {
        return Stream.of(holders)
                .flatMap(holder ->
                        holder
                                .asJsonObject()
                                .getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY)
                                .asJsonArray()
                                .stream())
                .toList();
    }

    private Set<String> members(JsonValue value) {
        JsonObject schema = followed(value);
        Set<String> names = new TreeSet<>(schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .keySet());
        schema.getOrDefault("allOf", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .forEach(part -> names.addAll(members(part)));
        return names;
    }

    /** The answers that are described, by status; references to shared ones are followed. */
    Map<Integer, JsonObject> responses() {
        Map<Integer, JsonObject> responses = new TreeMap<>();
        operation
                .getJsonObject("responses")
                .forEach((status, response) -> responses.put(Integer.valueOf(status), followed(response)));
        return responses;
    }

    /** The media types of a body, by name. */
    static Map<String, JsonObject> content(JsonObject body) {
        Map<String, JsonObject> types = new TreeMap<>();
        body.getOrDefault("content", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach((type, content) -> types.put(type, content.asJsonObject()));
        return types;
    }

    /** What {@code example} and {@code examples} of a media type or parameter show. */
    static List<JsonValue> examples(JsonObject holder) {
        List<JsonValue> examples = new ArrayList<>();
        if (holder.containsKey("example")) {
            examples.add(holder.get("example"));
        }
        holder.getOrDefault("examples", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .values()
                .forEach(example -> examples.add(example.asJsonObject().get("value")));
        return examples;
    }

    /** For the names of tests. */
    @Override
    public String toString() {
        return name;
    }

    private JsonObject followed(JsonValue value) {
        JsonObject object = value.asJsonObject();
        return object.containsKey("$ref")
                ? Json.createPointer(object.getString("$ref").substring(1))
                        .getValue(description)
                        .asJsonObject()
                : object;
    }
}
