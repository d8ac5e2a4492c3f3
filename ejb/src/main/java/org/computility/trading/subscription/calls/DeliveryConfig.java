package org.computility.trading.subscription.calls;

import java.time.Duration;
import org.computility.shared.Settings;
import org.computility.shared.outbound.OutboundLimits;

/**
 * Settings of calls.
 *
 * @param limits {@code COMPUTILITY_CALL_PATIENCE}, default 60 s: how long a service has to answer, whole; {@code
 *     COMPUTILITY_CALL_LIMIT}, default 4 MiB: the largest answer
 */
record DeliveryConfig(OutboundLimits limits) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LIMIT = 4L << 20;

    /** The settings of this server. */
    static DeliveryConfig current() {
        return from(Settings.ofServer());
    }

    static DeliveryConfig from(Settings settings) {
        return new DeliveryConfig(new OutboundLimits(
                settings.duration("computility.call.patience", PATIENCE),
                settings.count("computility.call.limit", LIMIT)));
    }
}
