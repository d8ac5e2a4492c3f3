package org.computility.benchmarks.planning;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.TimeZone;

/** The cron expression of a minute of each week, as Quartz and db-scheduler both read it. */
final class WeeklyCron {

    static final TimeZone ZONE = TimeZone.getTimeZone(ZoneOffset.UTC);

    private WeeklyCron() {}

    static String at(Instant moment) {
        ZonedDateTime time = moment.atZone(ZoneOffset.UTC);
        return "0 %d %d ? * %s"
                .formatted(
                        time.getMinute(),
                        time.getHour(),
                        time.getDayOfWeek()
                                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                                .toUpperCase(Locale.ROOT));
    }
}
