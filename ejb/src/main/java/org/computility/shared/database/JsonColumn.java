package org.computility.shared.database;

import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;

/** A value in a column of type {@code jsonb}; null is null. */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {

    /** The value as it is kept. */
    protected abstract JsonValue write(T value);

    /** The value that was kept so. */
    protected abstract T read(JsonValue kept);

    @Override
    public final String convertToDatabaseColumn(T value) {
        return value == null ? null : write(value).toString();
    }

    @Override
    public final T convertToEntityAttribute(String text) {
        return text == null ? null : read(value(text));
    }

    /** What a column holds, where it is read without its entity. */
    public static JsonValue value(String text) {
        return KeptJson.read(text);
    }
}
