package org.computility.planning.periodic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.computility.planning.periodic.Window.Span;
import org.computility.shared.Member;
import org.computility.shared.StandardTime;

/**
 * The windows of a plan in a zone. Windows that overlap or touch are one. Without any, a plan is always open.
 *
 * <p>Where the clock is put forward, a boundary that is left out moves to the instant after the gap. Where it is put back,
 * a window lasts from the first time that the clock shows its start to the last time that it shows its end.
 */
public record Windows(List<Window> windows, ZoneId zone) {

    /** A window of the day before yesterday may still be open where a date is left out. */
    private static final int BACK = 2;

    /** A change of each week; in the week in which the clock is changed it may be left out. */
    private static final long[] AHEAD = {9, 23};

    public Windows {
        windows = List.copyOf(windows);
    }

    /** The windows that a plan's {@code PlanDayTime} says, in the platform's zone; null says none. */
    public static Windows of(List<String> planDayTime) {
        return of(planDayTime, StandardTime.zone());
    }

    /** The same in another zone. */
    static Windows of(List<String> planDayTime, ZoneId zone) {
        if (planDayTime == null || planDayTime.isEmpty()) {
            return new Windows(List.of(), ZoneOffset.UTC);
        }
        Member member = new Member("planDayTime");
        return new Windows(
                planDayTime.stream()
                        .map(text -> PlanDayTime.parse(member, text))
                        .toList(),
                zone);
    }

    /** Whether a plan may run at that instant. */
    public boolean isOpen(Instant at) {
        return windows.isEmpty()
                || spans(at, 1).stream()
                        .anyMatch(span -> !span.from().isAfter(at) && span.to().isAfter(at));
    }

    /** When it opens or closes next, later than that instant; empty where it is open, or closed, for ever. */
    public Optional<Instant> nextChange(Instant after) {
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        return LongStream.of(AHEAD)
                .mapToObj(days -> nextChange(after, days))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The windows that begin after that instant, in their order, at most so many. */
    public List<Opening> coming(Instant after, int most) {
        List<Opening> coming = new ArrayList<>();
        Optional<Instant> closed = isOpen(after) ? nextChange(after) : Optional.of(after);
        while (coming.size() < most && closed.isPresent()) {
            Optional<Instant> opens = closed.flatMap(this::nextChange);
            Optional<Instant> closes = opens.flatMap(this::nextChange);
            opens.ifPresent(from -> coming.add(new Opening(from, closes.orElse(null))));
            closed = closes;
        }
        return coming;
    }

    private Optional<Instant> nextChange(Instant after, long days) {
        // Of what lies behind the last day, not all windows are known.
        Instant known = date(after).plusDays(days).atStartOfDay(zone).toInstant();
        Instant end = null;
        for (Span span : spans(after, days)) {
            if (span.from().isAfter(end == null ? after : end)) {
                return Optional.of(end == null ? span.from() : end).filter(known::isAfter);
            }
            if (span.to().isAfter(end == null ? after : end)) {
                end = span.to();
            }
        }
        return Optional.ofNullable(end).filter(known::isAfter);
    }

    /** The windows that begin from two days before to so many days after, in the order of their starts. */
    private List<Span> spans(Instant at, long days) {
        LocalDate today = date(at);
        return LongStream.rangeClosed(-BACK, days)
                .mapToObj(today::plusDays)
                .flatMap(date -> windows.stream()
                        .filter(window -> window.day() == date.getDayOfWeek())
                        .map(window -> window.on(date, zone)))
                .filter(span -> !span.isEmpty())
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    private LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
