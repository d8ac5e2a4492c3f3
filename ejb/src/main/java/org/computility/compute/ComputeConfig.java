package org.computility.compute;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param keepaliveTimeout {@code COMPUTILITY_KEEPALIVE_TIMEOUT}, default 120 s: without any message for so long a node is
 *     offline. Clause 7.3 of T/BAX 0006.5 has devices that keep alive only after 90 s of silence: such a device must
 *     stay online, so the time-out is well above 90 s
 * @param inspectionTimeout {@code COMPUTILITY_INSPECTION_TIMEOUT}, default 3 s: how long a node may take to state its live
 *     figures
 * @param comparisonInterval {@code COMPUTILITY_COMPARISON_INTERVAL}, default 30 s: how often a node is asked while its
 *     event stream is open: lost news stays unnoticed no longer
 * @param networkDeaths {@code COMPUTILITY_NETWORK_DEATHS}, default true: whether a node is offline whose event stream broke and
 *     whose address refuses connections; else silence alone tells
 */
public record ComputeConfig(
        Duration keepaliveTimeout, Duration inspectionTimeout, Duration comparisonInterval, boolean networkDeaths) {

    /** From MicroProfile Config. */
    public static ComputeConfig current() {
        return from(Settings.ofServer());
    }

    static ComputeConfig from(Settings settings) {
        return new ComputeConfig(
                settings.duration("computility.keepalive.timeout", Duration.ofSeconds(120)),
                settings.duration("computility.inspection.timeout", Duration.ofSeconds(3)),
                settings.duration("computility.comparison.interval", Duration.ofSeconds(30)),
                settings.flag("computility.network.deaths", true));
    }
}
