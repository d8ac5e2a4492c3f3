package org.computility.operations.declared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Once a day, at that time of that zone. Where the clock is put forward past that time, later by as much. */
public record DailyTime(LocalTime at, ZoneId zone) implements JobTime {

    private static final String OFF = "off";

    /** The time that a setting says, {@code 03:30}; empty for {@code off}. */
    public static Optional<DailyTime> read(String setting, String text, ZoneId zone) {
        if (text.equals(OFF)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DailyTime(LocalTime.parse(text), zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(setting + " is a time like 03:30, or off, not " + text + ".", e);
        }
    }

    @Override
    public Instant after(Instant instant) {
        ZonedDateTime today = instant.atZone(zone).toLocalDate().atTime(at).atZone(zone);
        return today.toInstant().isAfter(instant)
                ? today.toInstant()
                : today.toLocalDate().plusDays(1).atTime(at).atZone(zone).toInstant();
    }

    /** The same text for the same times. */
    @Override
    public String toString() {
        return at + " " + zone;
    }
}
