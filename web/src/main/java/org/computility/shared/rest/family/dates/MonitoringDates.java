package org.computility.shared.rest.family.dates;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.computility.shared.Rejected;

/** Days and months as TC609 prints them, for members of its records; no table of it shows a time of day. */
public final class MonitoringDates {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM").withResolverStyle(ResolverStyle.STRICT);

    private MonitoringDates() {}

    /** {@code productionDate} of tables A.5-1, A.6-1 and A.7-4: {@code 2024/10/29}. */
    public static final class Day implements JsonbAdapter<LocalDate, String> {
        @Override
        public String adaptToJson(LocalDate day) {
            return DAY.format(day);
        }

        @Override
        public LocalDate adaptFromJson(String text) {
            try {
                return LocalDate.parse(text, DAY);
            } catch (DateTimeException e) {
                throw new Rejected(
                        "member-invalid",
                        "productionDate",
                        "productionDate is a day like 2024/10/29, not " + text + ".");
            }
        }
    }

    /** {@code reportMonth} of tables A.8-1 and A.9-1: {@code 2024-10}. */
    public static final class Month implements JsonbAdapter<YearMonth, String> {
        @Override
        public String adaptToJson(YearMonth month) {
            return MONTH.format(month);
        }

        @Override
        public YearMonth adaptFromJson(String text) {
            try {
                return YearMonth.parse(text, MONTH);
            } catch (DateTimeException e) {
                throw new Rejected(
                        "member-invalid", "reportMonth", "reportMonth is a month like 2024-10, not " + text + ".");
            }
        }
    }
}
