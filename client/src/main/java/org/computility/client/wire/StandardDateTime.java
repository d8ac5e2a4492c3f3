package org.computility.client.wire;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** {@code yyyy-MM-dd HH:mm:ss} with or without fractions, in the platform's zone, as the standard's tables print it. */
public final class StandardDateTime implements JsonbAdapter<LocalDateTime, String> {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    @Override
    public String adaptToJson(LocalDateTime time) {
        return FORMAT.format(time);
    }

    @Override
    public LocalDateTime adaptFromJson(String text) {
        return text == null || text.isEmpty() ? null : LocalDateTime.parse(text, FORMAT);
    }
}
