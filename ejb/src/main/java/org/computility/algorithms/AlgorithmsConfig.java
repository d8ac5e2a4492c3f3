package org.computility.algorithms;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Settings of this room.
 *
 * @param largestPackage {@code COMPUTILITY_PACKAGE_LIMIT}, bytes, default 4 GiB
 * @param downloadTimeout {@code COMPUTILITY_PACKAGE_DOWNLOAD_TIMEOUT}, ISO 8601, default PT30M: for an import by Url
 * @param linkValidity {@code COMPUTILITY_PACKAGE_LINK_VALIDITY}, ISO 8601, default PT6H: how long a node may use the link
 *     of a delivery
 */
record AlgorithmsConfig(long largestPackage, Duration downloadTimeout, Duration linkValidity) {

    AlgorithmsConfig {
        if (largestPackage < 1) {
            throw new IllegalArgumentException("COMPUTILITY_PACKAGE_LIMIT must be at least 1, not " + largestPackage);
        }
        mustBePositive("COMPUTILITY_PACKAGE_DOWNLOAD_TIMEOUT", downloadTimeout);
        mustBePositive("COMPUTILITY_PACKAGE_LINK_VALIDITY", linkValidity);
    }

    static AlgorithmsConfig current() {
        return from(ConfigProvider.getConfig());
    }

    static AlgorithmsConfig from(Config config) {
        return new AlgorithmsConfig(
                config.getOptionalValue("computility.package.limit", Long.class).orElse(4L << 30),
                config.getOptionalValue("computility.package.download.timeout", Duration.class)
                        .orElse(Duration.ofMinutes(30)),
                config.getOptionalValue("computility.package.link.validity", Duration.class)
                        .orElse(Duration.ofHours(6)));
    }

    private static void mustBePositive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(setting + " must be longer than nothing, not " + value + ".");
        }
    }
}
