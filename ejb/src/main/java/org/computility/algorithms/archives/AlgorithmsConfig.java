package org.computility.algorithms.archives;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param largestPackage {@code COMPUTILITY_PACKAGE_LIMIT}, bytes, default 4 GiB
 * @param downloadTimeout {@code COMPUTILITY_PACKAGE_DOWNLOAD_TIMEOUT}, default PT30M: for an import by Url
 * @param linkValidity {@code COMPUTILITY_PACKAGE_LINK_VALIDITY}, default PT6H: how long a node may use the link of a
 *     delivery
 */
record AlgorithmsConfig(long largestPackage, Duration downloadTimeout, Duration linkValidity) {

    static AlgorithmsConfig current() {
        return from(Settings.ofServer());
    }

    static AlgorithmsConfig from(Settings settings) {
        return new AlgorithmsConfig(
                settings.count("computility.package.limit", 4L << 30),
                settings.duration("computility.package.download.timeout", Duration.ofMinutes(30)),
                settings.duration("computility.package.link.validity", Duration.ofHours(6)));
    }
}
