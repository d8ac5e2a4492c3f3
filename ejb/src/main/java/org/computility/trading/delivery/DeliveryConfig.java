package org.computility.trading.delivery;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this package.
 *
 * @param largest {@code COMPUTILITY_DELIVERY_LIMIT}, bytes, default 4 GiB: of data that lies at the seller
 * @param fetchTimeout {@code COMPUTILITY_DELIVERY_FETCH_TIMEOUT}, default PT10M: how long to fetch it may take
 */
record DeliveryConfig(long largest, Duration fetchTimeout) {

    static DeliveryConfig current() {
        return from(Settings.ofServer());
    }

    static DeliveryConfig from(Settings settings) {
        return new DeliveryConfig(
                settings.count("computility.delivery.limit", 4L << 30),
                settings.duration("computility.delivery.fetch.timeout", Duration.ofMinutes(10)));
    }
}
