package org.computility.reporting.figures;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.database.JsonColumn;
import org.computility.shared.keys.Hashes;

/**
 * Figures in their one form: each group under its name, further members as they came, names sorted, numbers plain.
 *
 * @param text a JSON object
 */
public record Figures(String text) {

    /** Nothing is said. */
    public static final Figures NONE = new Figures("{}");

    /** The same figures in their one form, from any. */
    static Figures of(JsonObject json) {
        return new Figures(CanonicalText.of(json));
    }

    /**
     * What a body says. A group is the member of its name; its known members may also stand beside it.
     *
     * @param groups those that must be there
     * @param others members of the body that are no figures
     * @throws Rejected {@code member-missing} for a group of which nothing is said, {@code member-repeated} for a member that
     *     says two things
     */
    public static Figures read(JsonObject body, List<FigureGroup> groups, Set<String> others) {
        Map<String, JsonValue> further = new TreeMap<>(body);
        further.keySet().removeAll(others);
        JsonObjectBuilder figures = JSON.createObjectBuilder();
        for (FigureGroup group : groups) {
            figures.add(group.word(), group(group, further));
        }
        further.forEach(figures::add);
        return of(figures.build());
    }

    private static JsonObject group(FigureGroup group, Map<String, JsonValue> body) {
        JsonValue named = body.remove(group.word());
        Map<String, JsonValue> members = new TreeMap<>();
        if (named != null) {
            members.putAll(named.asJsonObject());
        }
        boolean beside = false;
        for (String name : group.members()) {
            JsonValue value = body.remove(name);
            if (value != null) {
                beside = true;
                keep(members, name, value);
            }
        }
        if (named == null && !beside) {
            throw new Rejected("member-missing", new Member(group.word()), "{member} is missing.");
        }
        JsonObjectBuilder built = JSON.createObjectBuilder();
        members.forEach(built::add);
        return built.build();
    }

    private static void keep(Map<String, JsonValue> members, String name, JsonValue value) {
        JsonValue before = members.put(name, value);
        if (before != null && !before.equals(value)) {
            throw new Rejected(
                    "member-repeated", new Member(name), "{member} says one thing in its group and another beside it.");
        }
    }

    /**
     * Numbers in groups.
     *
     * @param groups all of them are there, some of them empty
     * @param numbers by the group and the member: {@code power.pue}
     */
    public static Figures of(List<FigureGroup> groups, Map<String, BigDecimal> numbers) {
        JsonObjectBuilder figures = JSON.createObjectBuilder();
        for (FigureGroup group : groups) {
            JsonObjectBuilder members = JSON.createObjectBuilder();
            for (String name : group.members()) {
                BigDecimal number = numbers.get(group.word() + "." + name);
                if (number != null) {
                    members.add(name, number);
                }
            }
            figures.add(group.word(), members);
        }
        return of(figures.build());
    }

    /** These, and of others what these do not say; a group is joined member by member. */
    public Figures completedBy(Figures others) {
        return of(joined(json(), others.json()));
    }

    private static JsonObject joined(JsonObject first, JsonObject second) {
        JsonObjectBuilder all = JSON.createObjectBuilder(second);
        first.forEach((name, value) -> all.add(
                name,
                value instanceof JsonObject group && second.get(name) instanceof JsonObject other
                        ? joined(group, other)
                        : value));
        return all.build();
    }

    /** Of these what others do not say; of a group, member by member. */
    public Figures without(Figures others) {
        return of(left(json(), others.json()));
    }

    /** Of these one group, where something is said of it. */
    public Figures only(FigureGroup group) {
        JsonObject members = json().getJsonObject(group.word());
        JsonObjectBuilder only = JSON.createObjectBuilder();
        if (members != null && !members.isEmpty()) {
            only.add(group.word(), members);
        }
        return of(only.build());
    }

    private static JsonObject left(JsonObject first, JsonObject second) {
        JsonObjectBuilder left = JSON.createObjectBuilder();
        first.forEach((name, value) -> {
            JsonValue other = second.get(name);
            if (value instanceof JsonObject group && other instanceof JsonObject said) {
                left.add(name, left(group, said));
            } else if (other == null) {
                left.add(name, value);
            }
        });
        return left.build();
    }

    /** For who shows the figures. */
    public JsonObject json() {
        return JsonColumn.value(text).asJsonObject();
    }

    /** SHA-256 of the text's UTF-8 bytes, in hexadecimal. */
    public String hash() {
        return Hashes.hex(Hashes.sha256(text));
    }

    /**
     * A number among the figures.
     *
     * @param path the group and the member: {@code power.pue}
     */
    public Optional<BigDecimal> number(String path) {
        JsonValue value = json();
        for (String step : path.split("\\.")) {
            value = value instanceof JsonObject object ? object.get(step) : null;
        }
        return value instanceof JsonNumber number ? Optional.of(number.bigDecimalValue()) : Optional.empty();
    }
}
