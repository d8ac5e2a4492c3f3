package org.computility.shared.rest.contract;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.computility.shared.Rejected;

/**
 * The query string of one operation, judged as an object whose members are the parameters. An empty parameter counts as
 * absent; an undeclared parameter is ignored.
 */
final class QueryShape {

    private final String schemaName;
    private final List<QueryParameter> parameters;

    /** @param schemaName of {@link #schema} among the schemas */
    QueryShape(String schemaName, List<QueryParameter> parameters) {
        this.schemaName = schemaName;
        this.parameters = parameters;
    }

    /** The schema of the object that declared parameters make. */
    static JsonObject schema(List<JsonObject> declared) {
        JsonObjectBuilder properties = JSON.createObjectBuilder();
        JsonArrayBuilder required = JSON.createArrayBuilder();
        declared.forEach(parameter -> {
            properties.add(parameter.getString("name"), parameter.get("schema"));
            if (parameter.getBoolean("required", false)) {
                required.add(parameter.getString("name"));
            }
        });
        return JSON.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .add("required", required)
                .build();
    }

    /** Rejected, naming the parameter, where a parameter is missing or not as declared. */
    void check(MultivaluedMap<String, String> query, Shapes shapes) {
        JsonObjectBuilder given = JSON.createObjectBuilder();
        for (QueryParameter parameter : parameters) {
            String text = query.getFirst(parameter.name());
            if (text != null && !text.isEmpty()) {
                given.add(parameter.name(), parameter.read(text));
            }
        }
        try {
            shapes.check(schemaName, given.build());
        } catch (Rejected refusal) {
            throw worded(refusal);
        }
    }

    private Rejected worded(Rejected refusal) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(refusal.member()))
                .findFirst()
                .map(parameter -> parameter.worded(refusal))
                .orElse(refusal);
    }
}
