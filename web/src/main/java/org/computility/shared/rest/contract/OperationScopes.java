package org.computility.shared.rest.contract;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which scope of application keys opens all of the part that an operation is of, as the API description says: by {@code x-key-scope} of the
 * operation, else of its first tag.
 */
public final class OperationScopes {

    /** No scope does. */
    public static final String NONE = "NONE";

    private static final String SCOPE = "x-key-scope";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final Map<String, String> byOperation = new HashMap<>();

    OperationScopes(JsonObject description) {
        Map<String, String> byTag = new HashMap<>();
        for (JsonObject tag : description.getJsonArray("tags").getValuesAs(JsonObject.class)) {
            byTag.put(tag.getString("name"), tag.getString(SCOPE, ""));
        }
        description
                .getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        byOperation.put(OperationName.of(method, path), scope(operation.asJsonObject(), byTag));
                    }
                }));
    }

    /** The scope's name, or {@link #NONE}, also for what is not described. */
    public static String of(Method method) {
        if (!method.getDeclaringClass().isAnnotationPresent(Path.class)) {
            return NONE;
        }
        return OperationName.of(method).map(Contract.SCOPES::named).orElse(NONE);
    }

    /** What the operation is described with; {@link #NONE} where it is not described. */
    String named(String operation) {
        return byOperation.getOrDefault(operation, NONE);
    }

    private static String scope(JsonObject operation, Map<String, String> byTag) {
        String tag = operation.getOrDefault("tags", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(name -> ((JsonString) name).getString())
                .findFirst()
                .orElse("");
        return operation.getString(SCOPE, byTag.getOrDefault(tag, ""));
    }
}
