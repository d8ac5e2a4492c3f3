package org.computility.shared.rest.contract;

import static org.computility.shared.JsonSupport.JSON;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.computility.shared.Rejected;

/** The component schemas of the API description, ready to judge request bodies. */
final class Shapes {

    private static final String ROOT = "urn:computility:schemas";
    private static final Set<String> COMPOSITION = Set.of("$ref", "allOf", "anyOf", "oneOf", "properties", "items");

    private static final String UNDESCRIBED = "false";

    private static final String PAGING = "PageRequest";
    private static final List<String> PAGING_MEMBERS = List.of("PageNumber", "PageSize", "OrderList");

    private final JsonObject schemas;
    private final Validator validator;

    Shapes(JsonObject description) {
        schemas = asDefinitions(description);
        validator = new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .withDisabledSchemaValidation(true)
                .createValidator();
        validator.registerSchema(URI.create(ROOT), schemas);
    }

    boolean has(String name) {
        return schemas.getJsonObject("$defs").containsKey(name);
    }

    /** Rejected with the code and member of the fault; returns when the body fits. */
    void check(String name, JsonValue body) {
        // In a body it may stand at any depth, where no schema reaches.
        Unstorable.in(body).ifPresent(found -> {
            throw invalid(memberPath(found.location()), found.fault());
        });
        checkPaging(name, body);
        Validator.Result result = validator.validate(URI.create(ROOT + "#/$defs/" + name), body);
        if (!result.isValid()) {
            // The deepest fault says most: in a choice, the branch that fitted furthest.
            Error fault = result.getErrors().stream()
                    .filter(error -> !COMPOSITION.contains(keyword(error)))
                    .max(Comparator.<Error>comparingInt(error -> depth(error.getInstanceLocation()))
                            .thenComparingInt(error -> plainness(keyword(error))))
                    .orElseGet(() -> result.getErrors().get(0));
            throw refusal(fault, body);
        }
    }

    // Members that are not described are ignored, but these would be missed.
    private void checkPaging(String name, JsonValue body) {
        if (body instanceof JsonObject object && describes(name, PAGING)) {
            PAGING_MEMBERS.stream()
                    .filter(member -> object.containsKey(member) && !describes(name, member))
                    .findFirst()
                    .ifPresent(member -> {
                        throw invalid(member, "it stands in " + PAGING);
                    });
        }
    }

    private boolean describes(String name, String member) {
        return schemas.getJsonObject("$defs")
                .getJsonObject(name)
                .getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .containsKey(member);
    }

    // A member that is missing, of another type or too long also misses the pattern; the plain word helps more. Only an
    // array has too few or too many elements: its type is wrong in another branch of a choice only.
    private static int plainness(String keyword) {
        return switch (keyword) {
            case "minItems", "maxItems" -> 3;
            case "required", "type" -> 2;
            case "minLength", "maxLength" -> 1;
            default -> 0;
        };
    }

    /** The validator names none where nothing fits: for members beside those that {@code additionalProperties: false} describes. */
    private static String keyword(Error fault) {
        return fault.getKeyword() == null ? UNDESCRIBED : fault.getKeyword();
    }

    private Rejected refusal(Error fault, JsonValue body) {
        String path = memberPath(fault.getInstanceLocation());
        return switch (keyword(fault)) {
            case "required" -> missing(join(path, firstMissing(fault, body)));
            case UNDESCRIBED -> invalid(path, "no such member belongs there");
            case "type" -> new Rejected("member-type", path, path + " has the wrong type: " + fault.getError() + ".");
            case "maxLength" -> new Rejected("member-too-long", path, path + " is too long: " + fault.getError() + ".");
            case "minLength" ->
                valueAt(body, fault.getInstanceLocation()) instanceof JsonString text
                                && text.getString().isEmpty()
                        ? empty(fault, path)
                        : invalid(path, fault.getError());
            default -> invalid(path, fault.getError());
        };
    }

    private Rejected empty(Error fault, String path) {
        return isOptional(fault.getSchemaLocation())
                ? new Rejected("member-missing", path, path + " is empty: leave it out, or give a value.")
                : missing(path);
    }

    /** Whether the schema's own object does not require it. */
    private boolean isOptional(String schemaLocation) {
        String pointer =
                schemaLocation.substring(schemaLocation.indexOf('#') + 1).replaceAll("/minLength$", "");
        int properties = pointer.lastIndexOf("/properties/");
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        return properties >= 0
                && pointer.lastIndexOf('/') == properties + "/properties".length()
                && valueAt(schemas, pointer.substring(0, properties))
                        .asJsonObject()
                        .getOrDefault("required", JsonValue.EMPTY_JSON_ARRAY)
                        .asJsonArray()
                        .getValuesAs(JsonString::getString)
                        .stream()
                        .noneMatch(name::equals);
    }

    private static Rejected missing(String path) {
        return new Rejected("member-missing", path, path + " is missing.");
    }

    private static Rejected invalid(String path, String fault) {
        return new Rejected("member-invalid", path, path + " is not valid: " + fault + ".");
    }

    private String firstMissing(Error fault, JsonValue body) {
        JsonObject object = valueAt(body, fault.getInstanceLocation()).asJsonObject();
        String schemaPointer =
                fault.getSchemaLocation().substring(fault.getSchemaLocation().indexOf('#') + 1);
        String owner = schemaPointer.endsWith("/required")
                ? schemaPointer.substring(0, schemaPointer.length() - "/required".length())
                : schemaPointer;
        return valueAt(schemas, owner)
                .asJsonObject()
                .getJsonArray("required")
                .getValuesAs(JsonString::getString)
                .stream()
                .filter(member -> !object.containsKey(member))
                .findFirst()
                .orElse("");
    }

    private static JsonValue valueAt(JsonValue root, String location) {
        JsonPointer pointer = JSON.createPointer(location);
        return location.isEmpty() ? root : pointer.getValue((JsonStructure) root);
    }

    /** {@code /InspectionPlan/TaskInfo/0/ID} as people write it: {@code InspectionPlan.TaskInfo[0].ID}. */
    private static String memberPath(String location) {
        StringBuilder path = new StringBuilder();
        for (String step : location.split("/")) {
            if (step.matches("[0-9]+")) {
                path.append('[').append(step).append(']');
            } else if (!step.isEmpty()) {
                path.append(path.isEmpty() ? "" : ".")
                        .append(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String join(String path, String member) {
        return path.equals("body") ? member : path + "." + member;
    }

    private static int depth(String location) {
        return (int) location.chars().filter(character -> character == '/').count();
    }

    private static JsonObject asDefinitions(JsonObject description) {
        String text =
                description.getJsonObject("components").getJsonObject("schemas").toString();
        try (var reader = JSON.createReader(new StringReader(text.replace("#/components/schemas/", "#/$defs/")))) {
            return JSON.createObjectBuilder().add("$defs", reader.readObject()).build();
        }
    }
}
