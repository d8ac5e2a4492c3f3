package org.computility.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the platform answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a JSON object; an {@link AssertionError} that shows the body when it is none. */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            throw new AssertionError("no JSON object, status " + status + ": " + text(), e);
        }
    }

    /** {@code Code} of the ACSMP envelope. */
    public int code() {
        return json().getInt("Code");
    }

    /** {@code Message} of the ACSMP envelope, or {@code detail} of a problem. */
    public String message() {
        JsonObject json = json();
        return json.getString(json.containsKey("Message") ? "Message" : "detail");
    }

    /** {@code Data} of a successful ACSMP answer; an {@link AssertionError} when the answer is a refusal. */
    public JsonObject data() {
        return dataValue().asJsonObject();
    }

    /** {@code Data} of a successful ACSMP answer that is not an object. */
    public JsonValue dataValue() {
        JsonObject json = json();
        if (status != 200 || json.getInt("Code") != 0) {
            throw new AssertionError("refused, status " + status + ": " + text());
        }
        return json.get("Data");
    }

    /** This answer, when it has one of those statuses; else an {@link AssertionError} that shows all of it. */
    public Answer expect(int... statuses) {
        for (int expected : statuses) {
            if (status == expected) {
                return this;
            }
        }
        throw new AssertionError("unexpected status " + status + ": " + text());
    }

    /** Short, for failure messages. */
    @Override
    public String toString() {
        return status + " " + text();
    }
}
