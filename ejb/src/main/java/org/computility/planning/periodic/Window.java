package org.computility.planning.periodic;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * One window of a week, in minutes of its day. An end at or before its start is on the next day; 1440 is {@code 24:00}.
 */
public record Window(DayOfWeek day, int fromMinute, int toMinute) {

    private static final int DAY = 1440;

    public Window {
        if (fromMinute < 0 || fromMinute > DAY || toMinute < 0 || toMinute > DAY) {
            throw new IllegalArgumentException("Minutes of a day are 0 to 1440, not " + fromMinute + ", " + toMinute);
        }
    }

    /**
     * When the window that begins on that date is open. It is empty, its end not after its start, where the clock leaps over
     * the whole window.
     */
    Span on(LocalDate date, ZoneId zone) {
        int end = toMinute > fromMinute ? toMinute : toMinute + DAY;
        LocalDateTime midnight = date.atStartOfDay();
        return new Span(
                instant(midnight.plusMinutes(fromMinute), zone, true), instant(midnight.plusMinutes(end), zone, false));
    }

    /** Of a time that comes twice, the first or the last; of a time that is left out, when the clock has leapt. */
    private static Instant instant(LocalDateTime time, ZoneId zone, boolean first) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition leap = zone.getRules().getTransition(time);
            return leap.getInstant();
        }
        return time.toInstant(offsets.get(first ? 0 : offsets.size() - 1));
    }

    /** From an instant, inclusive, to another, exclusive. */
    record Span(Instant from, Instant to) {

        boolean isEmpty() {
            return !from.isBefore(to);
        }
    }
}
