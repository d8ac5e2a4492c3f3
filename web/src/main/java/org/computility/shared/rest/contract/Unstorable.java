package org.computility.shared.rest.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.computility.shared.database.JsonLimits;

/**
 * A value in a body that JSON allows and the database does not.
 *
 * @param location a JSON pointer; of a member's name, that of its object
 */
record Unstorable(String location, String fault) {

    /** The first one, at any depth. */
    static Optional<Unstorable> in(JsonValue body) {
        return isIn(body) ? found("", body).findFirst() : Optional.empty();
    }

    // Most bodies hold none, and need no locations.
    private static boolean isIn(JsonValue value) {
        if (value instanceof JsonArray array) {
            return array.stream().anyMatch(Unstorable::isIn);
        }
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .anyMatch(member -> JsonLimits.fault(member.getKey()).isPresent() || isIn(member.getValue()));
        }
        return JsonLimits.fault(value).isPresent();
    }

    private static Stream<Unstorable> found(String location, JsonValue value) {
        if (value instanceof JsonArray array) {
            return IntStream.range(0, array.size()).boxed().flatMap(i -> found(location + "/" + i, array.get(i)));
        }
        if (value instanceof JsonObject object) {
            return object.entrySet().stream()
                    .flatMap(member -> Stream.concat(
                            JsonLimits.fault(member.getKey()).map(fault -> new Unstorable(location, fault)).stream(),
                            found(location + "/" + escaped(member.getKey()), member.getValue())));
        }
        return JsonLimits.fault(value).map(fault -> new Unstorable(location, fault)).stream();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
