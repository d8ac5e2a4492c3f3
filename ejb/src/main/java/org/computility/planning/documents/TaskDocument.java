package org.computility.planning.documents;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import org.computility.shared.database.JsonColumn;

/**
 * A task as its caller described it. The document is open: all its members are kept, repeated in answers and handed to
 * the node. Rules never look into it; members that the platform itself reads stand beside it.
 *
 * @param text a JSON object
 */
public record TaskDocument(String text) {

    /** Says nothing yet; for callers that have no document of their own. */
    public static final TaskDocument EMPTY = new TaskDocument("{}");

    /** The document of a caller that speaks JSON. */
    public static TaskDocument of(JsonObject json) {
        return new TaskDocument(json.toString());
    }

    /** For who shows or reads it in the words of a standard. */
    public JsonObject json() {
        return JsonColumn.value(text).asJsonObject();
    }

    /** As nodes get it. */
    public JsonObject forNode() {
        return NodeForm.of(json());
    }

    /** The same with this capability. */
    public TaskDocument withCapability(String algoDefCode) {
        return of(builder().add("AlgoDefCode", algoDefCode).build());
    }

    /** The same with this camera, or the like. */
    public TaskDocument withDevice(String deviceId) {
        return of(builder().add("DeviceID", deviceId).build());
    }

    /** The same with this priority. */
    public TaskDocument withPriority(int priority) {
        return of(builder().add("Priority", priority).build());
    }

    /** The same, to be run by this service only. */
    public TaskDocument withService(UUID serviceId) {
        return of(builder().add("AlgoServiceID", serviceId.toString()).build());
    }

    /** The same with its input at that address. */
    public TaskDocument withInput(InputKind kind, String url) {
        JsonObjectBuilder address = JSON.createObjectBuilder().add("Url", url);
        JsonObjectBuilder options =
                kind == InputKind.STREAM ? JSON.createObjectBuilder().add("VideoStreamOptions", address) : address;
        return of(builder().add(kind.options(), options).build());
    }

    /** The same with its input at those addresses, one after the other. */
    public TaskDocument withInputs(InputKind kind, List<String> urls) {
        JsonArray addresses = JSON.createArrayBuilder(urls).build();
        return of(builder()
                .add(kind.options(), JSON.createObjectBuilder().add("Urls", addresses))
                .build());
    }

    private JsonObjectBuilder builder() {
        return JSON.createObjectBuilder(json());
    }
}
