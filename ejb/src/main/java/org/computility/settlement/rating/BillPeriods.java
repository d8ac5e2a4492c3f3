package org.computility.settlement.rating;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.computility.shared.Settings;
import org.computility.shared.StandardTime;

/**
 * The months that bills are of, in the platform's zone.
 *
 * @param closeAfter {@code COMPUTILITY_BILLS_CLOSE_AFTER}, ISO 8601, nothing to 20 days, default a day: how long after its
 *     end a month takes usage. What comes later stands in a later bill.
 */
public record BillPeriods(ZoneId zone, Duration closeAfter) {

    private static final String CLOSE_AFTER = "computility.bills.close.after";
    private static final Duration LONGEST = Duration.ofDays(20);

    public BillPeriods {
        if (closeAfter.isNegative() || closeAfter.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_BILLS_CLOSE_AFTER is between nothing and 20 days, not " + closeAfter + ".");
        }
    }

    /** The settings of this server. */
    public static BillPeriods current() {
        return from(Settings.ofServer(), StandardTime.zone());
    }

    static BillPeriods from(Settings settings, ZoneId zone) {
        String text = settings.find(CLOSE_AFTER).orElse("P1D").strip();
        try {
            return new BillPeriods(zone, Duration.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "COMPUTILITY_BILLS_CLOSE_AFTER is a duration like P1D or PT12H, not " + text + ".", e);
        }
    }

    /** The day of that instant. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Its month: {@code 2026-11}. */
    public String month(Instant at) {
        return YearMonth.from(day(at)).toString();
    }

    /** When the month after its own begins. */
    public Instant nextMonth(Instant at) {
        return YearMonth.from(day(at)).plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    /** The first month that is open at that instant: bills of months before it are closed. */
    public String firstOpen(Instant now) {
        return month(now.minus(closeAfter));
    }
}
