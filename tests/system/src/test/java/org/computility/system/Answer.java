package org.computility.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the platform answered, in the words of the family that was called. */
public record Answer(Family family, int status, HttpHeaders headers, byte[] body) {

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

    /** {@code Code} of T/BAX 0006.5, {@code code} of TC609: the failure's number in a standard that prints numbers. */
    public int code() {
        return Integer.parseInt(failure());
    }

    /** The failure's number or name as a text, in any family; {@link #code} is for those that print numbers. */
    public String failure() {
        return family.code(json());
    }

    /** What the answer says in words. */
    public String message() {
        return family.message(json());
    }

    /** The object that a successful answer holds; an {@link AssertionError} when the answer is a refusal. */
    public JsonObject data() {
        return dataValue().asJsonObject();
    }

    /** What a successful answer holds, when it is no object. */
    public JsonValue dataValue() {
        JsonObject json = json();
        if (!family.isSuccess(status, json)) {
            throw new AssertionError("refused, status " + status + ": " + text());
        }
        return family.data(json);
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
