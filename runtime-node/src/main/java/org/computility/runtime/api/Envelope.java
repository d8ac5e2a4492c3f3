package org.computility.runtime.api;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/** {@code {"Code":0,"Message":"success","Data":…}}; a refusal's code is its HTTP status times 100. */
final class Envelope {

    private Envelope() {}

    static String of(int status, String message, JsonValue data) {
        JsonObjectBuilder envelope = Json.createObjectBuilder()
                .add("Code", status == 200 ? 0 : status * 100)
                .add("Message", message);
        if (data != JsonValue.NULL) {
            envelope.add("Data", data);
        }
        return envelope.build().toString();
    }
}
