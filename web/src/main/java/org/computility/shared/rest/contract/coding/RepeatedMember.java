package org.computility.shared.rest.contract.coding;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.computility.shared.Rejected;

/** Finds a member that stands twice in its object, and a number that no reader would take. */
final class RepeatedMember {

    /** The parser refuses somewhat longer ones as if they were no JSON. */
    private static final int MOST_DIGITS = 1000;

    private final Deque<Level> levels = new ArrayDeque<>();

    private RepeatedMember() {}

    /**
     * Walks through a text to the end of the value with which it begins.
     *
     * @throws Rejected {@code member-repeated}, {@code member-out-of-range}
     */
    static void refuse(String text) {
        RepeatedMember walk = new RepeatedMember();
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            do {
                walk.pass(parser.next(), parser);
            } while (!walk.levels.isEmpty());
        }
    }

    private void pass(Event event, JsonParser parser) {
        switch (event) {
            case KEY_NAME -> name(parser.getString());
            case START_OBJECT, START_ARRAY -> {
                element();
                levels.push(new Level(event == Event.START_ARRAY));
            }
            case END_OBJECT, END_ARRAY -> levels.pop();
            case VALUE_NUMBER -> {
                element();
                number(parser.getString());
            }
            default -> element();
        }
    }

    private void number(String digits) {
        if (digits.length() > MOST_DIGITS) {
            String path = levels.isEmpty() ? "" : path();
            String named = path.isEmpty() ? "The body" : path;
            throw new Rejected(
                    "member-out-of-range",
                    path.isEmpty() ? null : path,
                    named + " is a number of " + digits.length() + " digits; none has more than " + MOST_DIGITS + ".");
        }
    }

    private void name(String name) {
        Level object = levels.peek();
        object.at = name;
        if (!object.names.add(name)) {
            String path = path();
            throw new Rejected("member-repeated", path, path + " stands twice in its object.");
        }
    }

    private void element() {
        if (!levels.isEmpty() && levels.peek().isArray) {
            levels.peek().next++;
        }
    }

    /** As people write it: {@code InspectionPlan.TaskInfo[0].ID}. */
    private String path() {
        StringBuilder path = new StringBuilder();
        levels.descendingIterator().forEachRemaining(level -> {
            if (level.isArray) {
                path.append('[').append(level.next - 1).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(level.at);
            }
        });
        return path.toString();
    }

    private static final class Level {

        private final boolean isArray;
        private final Set<String> names = new HashSet<>();
        private String at;
        private int next;

        Level(boolean isArray) {
            this.isArray = isArray;
        }
    }
}
