package org.computility.trading.controlled.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.computility.shared.Rejected;
import org.computility.trading.controlled.NewScene;

/**
 * Reads T/AI 123.12 table A.50. A clause that this platform cannot enforce is refused here, when the policy is made: views of rows and
 * pages, which it does not show, and whatever the table does not know.
 */
final class SceneReader {

    private static final int LONGEST = 64;
    private static final int MOST_VALUES = 200;
    private static final Set<String> ENFORCED =
            Set.of("useSence", "counts", "remainingCounts", "envHard", "visitArea", "aiFrame", "envSoft", "cpCenter");

    List<NewScene> scenes(List<JsonObject> useScenes) {
        List<NewScene> scenes = useScenes.stream().map(SceneReader::scene).toList();
        Set<String> names = new HashSet<>();
        for (NewScene scene : scenes) {
            if (!names.add(scene.name())) {
                throw invalid("useSence", "useSence " + scene.name() + " stands twice in useScenes.");
            }
        }
        return scenes;
    }

    private static NewScene scene(JsonObject scene) {
        scene.forEach((clause, value) -> {
            if (value != JsonValue.NULL && !ENFORCED.contains(clause)) {
                throw new Rejected(
                        "policy-clause-unenforceable",
                        clause,
                        "This platform cannot enforce " + clause + ": leave the clause out.");
            }
        });
        Integer counts = count(scene, "counts", 1);
        Integer remaining = count(scene, "remainingCounts", 0);
        if (remaining != null && (counts == null || remaining > counts)) {
            throw invalid("remainingCounts", "remainingCounts is at most counts.");
        }
        return new NewScene(
                name(scene),
                counts,
                remaining,
                values(scene, "visitArea"),
                values(scene, "envHard"),
                values(scene, "envSoft"),
                values(scene, "aiFrame"),
                values(scene, "cpCenter"));
    }

    private static String name(JsonObject scene) {
        JsonValue name = scene.getOrDefault("useSence", JsonValue.NULL);
        if (name == JsonValue.NULL) {
            throw new Rejected("member-missing", "useSence", "useSence is missing.");
        }
        return text("useSence", name);
    }

    private static Integer count(JsonObject scene, String member, int least) {
        JsonValue value = scene.getOrDefault(member, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
            throw new Rejected("member-type", member, member + " is a whole number.");
        }
        try {
            int count = number.intValueExact();
            if (count >= least) {
                return count;
            }
        } catch (ArithmeticException e) {
            // Refused below.
        }
        throw invalid(member, member + " is between " + least + " and " + Integer.MAX_VALUE + ".");
    }

    /** A list of texts, or an object that has one as {@code allow}. */
    private static List<String> values(JsonObject scene, String member) {
        JsonValue value = scene.getOrDefault(member, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        JsonValue list = value instanceof JsonObject object && object.keySet().equals(Set.of("allow"))
                ? object.get("allow")
                : value;
        if (!(list instanceof JsonArray array)) {
            throw new Rejected(
                    "policy-clause-unenforceable",
                    member,
                    "This platform enforces " + member
                            + " as a list of what is allowed: [\"…\"] or {\"allow\":[\"…\"]}.");
        }
        if (array.isEmpty() || array.size() > MOST_VALUES) {
            throw invalid(member, member + " has 1 to " + MOST_VALUES + " values.");
        }
        return array.stream().map(each -> text(member, each)).toList();
    }

    private static String text(String member, JsonValue value) {
        if (!(value instanceof JsonString text)) {
            throw new Rejected("member-type", member, member + " has texts.");
        }
        String plain = text.getString().strip();
        if (plain.isEmpty() || plain.indexOf('\0') >= 0) {
            throw invalid(member, member + " has texts that are not empty.");
        }
        if (plain.codePointCount(0, plain.length()) > LONGEST) {
            throw new Rejected("member-too-long", member, member + " has texts of at most " + LONGEST + " characters.");
        }
        return plain;
    }

    private static Rejected invalid(String member, String message) {
        return new Rejected("member-invalid", member, message);
    }
}
