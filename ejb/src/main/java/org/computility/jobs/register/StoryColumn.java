package org.computility.jobs.register;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.computility.shared.database.JsonColumn;

/** Why something was chosen, or waits, as a JSON object that is shown as it is. */
class StoryColumn extends JsonColumn<JsonObject> {

    @Override
    protected JsonValue write(JsonObject story) {
        return story;
    }

    @Override
    protected JsonObject read(JsonValue kept) {
        return kept.asJsonObject();
    }
}
