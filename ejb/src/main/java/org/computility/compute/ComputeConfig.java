package org.computility.compute;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Settings of this room.
 *
 * @param keepaliveTimeout {@code COMPUTILITY_KEEPALIVE_TIMEOUT}, ISO 8601, default PT90S (T/BAX 0006.5 annex B.3): without
 *     any message for so long a node is offline
 * @param inspectionTimeout {@code COMPUTILITY_INSPECTION_TIMEOUT}, default PT3S: how long a node may take to state its
 *     live figures
 */
record ComputeConfig(Duration keepaliveTimeout, Duration inspectionTimeout) {

    ComputeConfig {
        mustBePositive("COMPUTILITY_KEEPALIVE_TIMEOUT", keepaliveTimeout);
        mustBePositive("COMPUTILITY_INSPECTION_TIMEOUT", inspectionTimeout);
    }

    static ComputeConfig current() {
        return from(ConfigProvider.getConfig());
    }

    static ComputeConfig from(Config config) {
        return new ComputeConfig(
                duration(config, "computility.keepalive.timeout", Duration.ofSeconds(90)),
                duration(config, "computility.inspection.timeout", Duration.ofSeconds(3)));
    }

    private static Duration duration(Config config, String key, Duration otherwise) {
        return config.getOptionalValue(key, Duration.class).orElse(otherwise);
    }

    private static void mustBePositive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(setting + " must be longer than nothing, not " + value + ".");
        }
    }
}
