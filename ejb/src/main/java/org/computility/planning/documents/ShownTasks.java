package org.computility.planning.documents;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.util.List;

/**
 * The tasks of a plan as answers show them.
 *
 * @param alone they came as one document and not as a list, and go out so
 */
public record ShownTasks(List<ShownTask> tasks, boolean alone) {

    public ShownTasks {
        tasks = List.copyOf(tasks);
        alone = alone && tasks.size() == 1;
    }

    /** Their picture: one document, or an array. */
    public static final class Picture implements JsonbAdapter<ShownTasks, JsonValue> {

        @Override
        public JsonValue adaptToJson(ShownTasks shown) {
            if (shown.alone) {
                return shown.tasks.get(0).json();
            }
            JsonArrayBuilder array = JSON.createArrayBuilder();
            shown.tasks.forEach(task -> array.add(task.json()));
            return array.build();
        }

        @Override
        public ShownTasks adaptFromJson(JsonValue json) {
            throw new UnsupportedOperationException("Views only go out.");
        }
    }
}
