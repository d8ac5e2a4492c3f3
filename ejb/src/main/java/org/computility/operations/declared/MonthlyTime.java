package org.computility.operations.declared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Once a month, on that day at that time of that zone.
 *
 * @param day 1 to {@value #LAST}: each month has it
 */
public record MonthlyTime(int day, LocalTime at, ZoneId zone) implements JobTime {

    private static final int LAST = 28;
    private static final String OFF = "off";
    private static final Pattern FORM = Pattern.compile("([0-9]{1,2}) ([0-9:]+)");

    public MonthlyTime {
        if (day < 1 || day > LAST) {
            throw new IllegalArgumentException("A day of each month is between 1 and " + LAST + ", not " + day + ".");
        }
    }

    /** The time that a setting says, {@code 2 05:00}; empty for {@code off}. */
    public static Optional<MonthlyTime> read(String setting, String text, ZoneId zone) {
        if (text.equals(OFF)) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(text);
        try {
            if (parts.matches()) {
                return Optional.of(
                        new MonthlyTime(Integer.parseInt(parts.group(1)), LocalTime.parse(parts.group(2)), zone));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            throw refusal(setting, text, e);
        }
        throw refusal(setting, text, null);
    }

    @Override
    public Instant after(Instant instant) {
        YearMonth month = YearMonth.from(instant.atZone(zone));
        Instant inThis = in(month).toInstant();
        return inThis.isAfter(instant) ? inThis : in(month.plusMonths(1)).toInstant();
    }

    /** The same text for the same times. */
    @Override
    public String toString() {
        return "day " + day + " " + at + " " + zone;
    }

    private ZonedDateTime in(YearMonth month) {
        return month.atDay(day).atTime(at).atZone(zone);
    }

    private static IllegalArgumentException refusal(String setting, String text, Exception cause) {
        return new IllegalArgumentException(
                setting + " is a day from 1 to " + LAST + " and a time, like 2 05:00, or off, not " + text + ".",
                cause);
    }
}
