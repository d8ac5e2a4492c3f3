package org.computility.client.monitoring;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A day as TC609 prints it: {@code 2024/10/29}. */
public final class SlashedDay implements JsonbAdapter<LocalDate, String> {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    @Override
    public String adaptToJson(LocalDate day) {
        return FORMAT.format(day);
    }

    @Override
    public LocalDate adaptFromJson(String text) {
        return text == null || text.isEmpty() ? null : LocalDate.parse(text, FORMAT);
    }
}
