package org.computility.energy.sources;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param patience {@code COMPUTILITY_METER_TIMEOUT}, default 3 s: how long a device may take for each answer
 */
record SourcesConfig(Duration patience) {

    static SourcesConfig current() {
        return from(Settings.ofServer());
    }

    static SourcesConfig from(Settings settings) {
        return new SourcesConfig(settings.duration("computility.meter.timeout", Duration.ofSeconds(3)));
    }
}
