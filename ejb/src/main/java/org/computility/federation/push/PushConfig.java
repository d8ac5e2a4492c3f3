package org.computility.federation.push;

import java.time.ZoneId;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.shared.Settings;
import org.computility.shared.StandardTime;

/**
 * Settings of this part of the room.
 *
 * @param push {@code COMPUTILITY_REPORTS_PUSH}, {@code 05:00} in the platform's zone by default, or {@code off}: when accepted
 *     reports are sent to the platform above
 */
record PushConfig(Optional<DailyTime> push) {

    private static final String PUSH = "computility.reports.push";

    static PushConfig current() {
        return from(Settings.ofServer(), StandardTime.zone());
    }

    static PushConfig from(Settings settings, ZoneId zone) {
        return new PushConfig(
                DailyTime.read(PUSH, settings.find(PUSH).orElse("05:00").strip(), zone));
    }
}
