package org.computility.results.purge;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.computility.operations.declared.DailyTime;
import org.computility.operations.declared.ParameterType;
import org.computility.shared.Settings;
import org.computility.shared.StandardTime;

/**
 * Settings of this part of the room.
 *
 * @param keep {@code COMPUTILITY_RESULTS_KEEP}, ISO 8601, 1 day to 100 years, default 400 days: how long results are kept. Nodes
 *     may deliver results as old as the default.
 * @param longer {@code COMPUTILITY_RESULTS_KEEP_LONGER}, {@code capability=period} by commas, default none: the capabilities
 *     whose results are kept longer, and how long
 * @param purge {@code COMPUTILITY_RESULTS_PURGE}, {@code 03:30} in the platform's zone by default, or {@code off}: when older
 *     results are deleted
 */
record PurgeConfig(Period keep, Map<String, Period> longer, Optional<DailyTime> purge) {

    static final Period SHORTEST = Period.ofDays(1);
    static final Period LONGEST = Period.ofYears(100);

    private static final String KEEP = "computility.results.keep";
    private static final String LONGER = "computility.results.keep.longer";
    private static final String PURGE = "computility.results.purge";

    PurgeConfig {
        longer = Map.copyOf(longer);
    }

    static PurgeConfig current() {
        return from(Settings.ofServer(), StandardTime.zone());
    }

    static PurgeConfig from(Settings settings, ZoneId zone) {
        return new PurgeConfig(
                period(KEEP, settings.find(KEEP).orElse("P400D")),
                settings.find(LONGER).map(PurgeConfig::periods).orElse(Map.of()),
                DailyTime.read(PURGE, settings.find(PURGE).orElse("03:30").strip(), zone));
    }

    private static Map<String, Period> periods(String list) {
        Map<String, Period> periods = new TreeMap<>();
        for (String each : list.strip().split("\\s*,\\s*")) {
            int sign = each.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException(
                        LONGER + " is a list like M-1.0.0=P5Y, by commas, not " + list + ".");
            }
            periods.put(each.substring(0, sign).strip(), period(LONGER, each.substring(sign + 1)));
        }
        return periods;
    }

    private static Period period(String setting, String text) {
        Period period = ParameterType.period(text.strip())
                .orElseThrow(
                        () -> new IllegalArgumentException(setting + " is a period like P400D, not " + text + "."));
        LocalDate from = LocalDate.EPOCH;
        if (from.plus(period).isBefore(from.plus(SHORTEST)) || from.plus(period).isAfter(from.plus(LONGEST))) {
            throw new IllegalArgumentException(setting + " is between a day and 100 years, not " + text + ".");
        }
        return period;
    }
}
