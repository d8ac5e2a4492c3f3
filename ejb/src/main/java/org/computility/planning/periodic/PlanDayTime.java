package org.computility.planning.periodic;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * A window as it is written (T/BAX 0006.5 table C.1 {@code PlanDayTime}): {@code "1,7:00,9:00"}, or as the examples also
 * spell it {@code "1,7:00-9:00"}. Weekday 1 is Monday; {@code 24:00} closes a day.
 */
public final class PlanDayTime {

    private static final Pattern FORM =
            Pattern.compile("\\s*([1-7])\\s*,\\s*(\\d{1,2}):(\\d{2})\\s*[,-]\\s*(\\d{1,2}):(\\d{2})\\s*");

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private PlanDayTime() {}

    /** Reads one element; anything else is refused by its name. */
    public static Window parse(Member member, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refused(member, text);
        }
        try {
            return new Window(
                    DayOfWeek.of(Integer.parseInt(form.group(1))),
                    minute(form.group(2), form.group(3)),
                    minute(form.group(4), form.group(5)));
        } catch (DateTimeException e) {
            throw refused(member, text);
        }
    }

    private static int minute(String hour, String minute) {
        if ("24".equals(hour) && "00".equals(minute)) {
            return DAY;
        }
        LocalTime time = LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
        return time.getHour() * HOUR + time.getMinute();
    }

    private static Rejected refused(Member member, String text) {
        return new Rejected(
                "member-invalid", member, "{member} is like 1,7:00,9:00 (weekday 1 to 7, from, to), not " + text + ".");
    }
}
