package org.computility.shared.rest.contract.body;

import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.computility.shared.rest.contract.coding.BodyText;
import org.computility.shared.rest.contract.coding.JsonText;

/** A body as a value, to be judged, and as bytes in UTF-8, from which the called method reads it. */
public final class JsonBody {

    private final JsonValue value;
    private final byte[] bytes;

    private JsonBody(JsonValue value, byte[] bytes) {
        this.value = value;
        this.bytes = bytes;
    }

    /** An object without members. */
    public static JsonBody empty() {
        return of(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Reads a body of that type, which may declare a charset ({@link BodyText}); refused as {@link JsonText} says. */
    public static JsonBody read(byte[] bytes, MediaType type) {
        String text = BodyText.read(bytes, type);
        JsonText read = JsonText.read(text);
        return read.whole() ? new JsonBody(read.value(), text.getBytes(StandardCharsets.UTF_8)) : of(read.value());
    }

    /** The same without these members; a body without any keeps its bytes as they were read. */
    public JsonBody without(AbsentMembers members) {
        return members.occurIn(value) ? of(members.droppedFrom(value)) : this;
    }

    /** The same without what no database holds: U+0000, halves of surrogate pairs, numbers beyond a double. */
    public JsonBody cleaned() {
        return Storable.is(value) ? this : of(Storable.of(value));
    }

    /** The same with plain whole numbers. */
    public JsonBody withPlainNumbers() {
        return WholeNumbers.occurIn(value) ? of(WholeNumbers.plainIn(value)) : this;
    }

    public JsonValue value() {
        return value;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    private static JsonBody of(JsonValue value) {
        return new JsonBody(value, value.toString().getBytes(StandardCharsets.UTF_8));
    }
}
