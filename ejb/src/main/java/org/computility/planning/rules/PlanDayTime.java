package org.computility.planning.rules;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * A window of a week in which a periodic plan runs (T/BAX 0006.5 table C.1 {@code PlanDayTime}): {@code "1,7:00,9:00"}, or
 * as the examples also spell it {@code "1,7:00-9:00"}. Weekday 1 is Monday. An end before the start is on the next day.
 */
record PlanDayTime(DayOfWeek day, LocalTime from, LocalTime to) {

    private static final Pattern FORM =
            Pattern.compile("\\s*([1-7])\\s*,\\s*(\\d{1,2}):(\\d{2})\\s*[,-]\\s*(\\d{1,2}):(\\d{2})\\s*");

    /** Reads one element; anything else is refused by its name. */
    static PlanDayTime parse(Member member, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused(member, text);
        }
        try {
            return new PlanDayTime(
                    DayOfWeek.of(Integer.parseInt(form.group(1))),
                    time(form.group(2), form.group(3)),
                    time(form.group(4), form.group(5)));
        } catch (DateTimeException e) {
            throw refused(member, text);
        }
    }

    boolean runsPastMidnight() {
        return to.isBefore(from);
    }

    private static LocalTime time(String hour, String minute) {
        // 24:00 closes a day in the standard's way of writing.
        boolean midnight = "24".equals(hour) && "00".equals(minute);
        return midnight ? LocalTime.MAX : LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    private static Rejected refused(Member member, String text) {
        return new Rejected(
                "member-invalid", member, "{member} is like 1,7:00,9:00 (weekday 1 to 7, from, to), not " + text + ".");
    }
}
