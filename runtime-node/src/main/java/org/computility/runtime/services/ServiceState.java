package org.computility.runtime.services;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * A service as the platform sees it (T/BAX 0006.5 table F.13).
 *
 * @param status INIT, RUNNING, OVERLOAD (some task has to leave out frames) or ERROR
 * @param message why it is in OVERLOAD or ERROR, or null
 */
public record ServiceState(String serviceId, String packageId, String status, int replicas, String message) {

    /** As the southbound API spells it. */
    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("AlgoServiceID", serviceId)
                .add("AlgoFilePackageID", packageId)
                .add("Status", status)
                .add("Replicas", replicas);
        if (message != null) {
            json.add("Message", message);
        }
        return json.build();
    }
}
