package org.computility.planning.documents;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * A task's document as answers show it.
 *
 * @param id of the instance, which the document itself does not say
 */
public record ShownTask(UUID id, TaskDocument document) {

    /** The document with the ID. */
    public JsonObject json() {
        return JSON.createObjectBuilder(document.json())
                .add("ID", id.toString())
                .build();
    }
}
