package org.computility.reporting.duplicates;

import java.time.ZoneId;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.computility.shared.Settings;
import org.computility.shared.StandardTime;

/**
 * Settings of this part of the room.
 *
 * @param find {@code COMPUTILITY_DUPLICATES_FIND}, {@code 03:30} in the platform's zone by default, or {@code off}: when all reported
 *     centers are compared
 */
record DuplicatesConfig(Optional<DailyTime> find) {

    private static final String FIND = "computility.duplicates.find";

    static DuplicatesConfig current() {
        return from(Settings.ofServer(), StandardTime.zone());
    }

    static DuplicatesConfig from(Settings settings, ZoneId zone) {
        return new DuplicatesConfig(
                DailyTime.read(FIND, settings.find(FIND).orElse("03:30").strip(), zone));
    }
}
