package org.computility.federation.subscribers;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * When a subscriber is due: at times of the day, {@code 08:00,20:00}, or again and again from each midnight on, {@code PT15M}. A time
 * that the clock skips comes as much later; where it is put back, a time comes once.
 */
record Timetable(List<LocalTime> times, Duration every) {

    static final Member MEMBER = new Member("timetable");

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(1);

    /** @throws Rejected {@code member-invalid} for a text that says no timetable */
    static Timetable read(String text) {
        try {
            if (!text.startsWith("P")) {
                return new Timetable(
                        Stream.of(text.split(",", -1))
                                .map(time -> LocalTime.parse(time.strip()))
                                .sorted()
                                .toList(),
                        null);
            }
            Duration every = Duration.parse(text);
            if (every.compareTo(LEAST) >= 0 && every.compareTo(MOST) <= 0) {
                return new Timetable(List.of(), every);
            }
        } catch (DateTimeException e) {
            throw invalid();
        }
        throw invalid();
    }

    /** The next time behind that instant. */
    Instant next(Instant after, ZoneId zone) {
        LocalDate today = after.atZone(zone).toLocalDate();
        Instant tomorrow = today.plusDays(1).atStartOfDay(zone).toInstant();
        if (every == null) {
            return Stream.of(today, today.plusDays(1))
                    .flatMap(day -> times.stream()
                            .map(time -> day.atTime(time).atZone(zone).toInstant()))
                    .filter(time -> time.isAfter(after))
                    .findFirst()
                    .orElse(tomorrow);
        }
        Instant midnight = today.atStartOfDay(zone).toInstant();
        long gone = Duration.between(midnight, after).dividedBy(every);
        Instant next = midnight.plus(every.multipliedBy(gone + 1));
        return next.isBefore(tomorrow) ? next : tomorrow;
    }

    private static Rejected invalid() {
        return new Rejected(
                "member-invalid",
                MEMBER,
                "{member} is times of the day, 08:00,20:00, or a pause of 1 min to 1 d, PT15M.");
    }
}
