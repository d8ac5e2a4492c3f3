package org.computility.reporting.closing;

import java.time.ZoneId;
import java.util.Optional;
import org.computility.operations.declared.MonthlyTime;
import org.computility.shared.Settings;
import org.computility.shared.StandardTime;

/**
 * Settings of this part of the room.
 *
 * @param close {@code COMPUTILITY_MONTH_CLOSE}, {@code 2 05:00} in the platform's zone by default, or {@code off}: when the month
 *     before is closed
 */
record ClosingConfig(Optional<MonthlyTime> close) {

    private static final String CLOSE = "computility.month.close";

    static ClosingConfig current() {
        return from(Settings.ofServer(), StandardTime.zone());
    }

    static ClosingConfig from(Settings settings, ZoneId zone) {
        return new ClosingConfig(
                MonthlyTime.read(CLOSE, settings.find(CLOSE).orElse("2 05:00").strip(), zone));
    }
}
