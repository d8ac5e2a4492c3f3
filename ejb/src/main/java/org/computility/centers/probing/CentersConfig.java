package org.computility.centers.probing;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param interval {@code COMPUTILITY_CENTER_INTERVAL}, default 15 s: how often each center is asked what it has
 * @param patience {@code COMPUTILITY_CENTER_TIMEOUT}, default 20 s: how long a center may take to answer until it counts as not
 *     connected
 */
record CentersConfig(Duration interval, Duration patience) {

    static CentersConfig current() {
        return from(Settings.ofServer());
    }

    static CentersConfig from(Settings settings) {
        return new CentersConfig(
                settings.duration("computility.center.interval", Duration.ofSeconds(15)),
                settings.duration("computility.center.timeout", Duration.ofSeconds(20)));
    }
}
