package org.computility.shared.rest.contract;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The query strings of all operations, as the API description declares them. */
final class QueryShapes {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonObject description;
    private final Map<String, QueryShape> byOperation = new HashMap<>();
    private final JsonObjectBuilder schemas = JSON.createObjectBuilder();
    private final Shapes shapes;

    QueryShapes(JsonObject description) {
        this.description = description;
        description
                .getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        add(OperationName.of(method, path), declared(item.asJsonObject(), operation.asJsonObject()));
                    }
                }));
        description.getJsonObject("components").getJsonObject("schemas").forEach(schemas::add);
        shapes = new Shapes(JSON.createObjectBuilder()
                .add("components", JSON.createObjectBuilder().add("schemas", schemas))
                .build());
    }

    /** Rejected, naming the parameter, where the operation's query string is not as declared. */
    void check(String operation, MultivaluedMap<String, String> query) {
        byOperation.get(operation).check(query, shapes);
    }

    private void add(String operation, List<JsonObject> declared) {
        String name = "query" + byOperation.size();
        schemas.add(name, QueryShape.schema(declared));
        byOperation.put(
                operation,
                new QueryShape(
                        name,
                        declared.stream()
                                .map(parameter ->
                                        QueryParameter.of(parameter, followed(parameter.getJsonObject("schema"))))
                                .toList()));
    }

    /** Its own parameters, and those of all operations at its path. */
    private List<JsonObject> declared(JsonObject... holders) {
        List<JsonObject> declared = new ArrayList<>();
        Stream.of(holders)
                .flatMap(holder -> holder.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream())
                .map(parameter -> followed(parameter.asJsonObject()))
                .filter(parameter -> parameter.getString("in").equals("query"))
                .forEach(declared::add);
        return declared;
    }

    private JsonObject followed(JsonObject value) {
        return value.containsKey("$ref")
                ? JSON.createPointer(value.getString("$ref").substring(1))
                        .getValue(description)
                        .asJsonObject()
                : value;
    }
}
