package org.computility.compute;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param keepaliveTimeout {@code COMPUTILITY_KEEPALIVE_TIMEOUT}, default 90 s (T/BAX 0006.5 annex B.3): without any message
 *     for so long a node is offline
 * @param inspectionTimeout {@code COMPUTILITY_INSPECTION_TIMEOUT}, default 3 s: how long a node may take to state its live
 *     figures
 */
public record ComputeConfig(Duration keepaliveTimeout, Duration inspectionTimeout) {

    /** From MicroProfile Config. */
    public static ComputeConfig current() {
        return from(Settings.ofServer());
    }

    static ComputeConfig from(Settings settings) {
        return new ComputeConfig(
                settings.duration("computility.keepalive.timeout", Duration.ofSeconds(90)),
                settings.duration("computility.inspection.timeout", Duration.ofSeconds(3)));
    }
}
