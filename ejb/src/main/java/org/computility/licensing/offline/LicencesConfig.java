package org.computility.licensing.offline;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param linkValidity {@code COMPUTILITY_LICENCE_LINK_VALIDITY}, default PT24H: how long a node may fetch a licence file after
 *     a service was loaded with it
 */
record LicencesConfig(Duration linkValidity) {

    static LicencesConfig current() {
        return from(Settings.ofServer());
    }

    static LicencesConfig from(Settings settings) {
        return new LicencesConfig(settings.duration("computility.licence.link.validity", Duration.ofHours(24)));
    }
}
