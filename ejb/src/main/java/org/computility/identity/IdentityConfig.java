package org.computility.identity;

import java.time.Duration;
import java.util.Optional;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param tokenLife {@code COMPUTILITY_TOKEN_HOURS}: how long a token is good, 1 to 720 hours, default 12
 * @param adminPassword {@code COMPUTILITY_ADMIN_PASSWORD}: the first administrator's; absent: made and logged once
 */
record IdentityConfig(Duration tokenLife, Optional<String> adminPassword) {

    IdentityConfig {
        if (tokenLife.toHours() < 1 || tokenLife.toHours() > 720) {
            throw new IllegalArgumentException("COMPUTILITY_TOKEN_HOURS is between 1 and 720.");
        }
        if (adminPassword.filter(password -> password.length() < 8).isPresent()) {
            throw new IllegalArgumentException("COMPUTILITY_ADMIN_PASSWORD needs at least 8 characters.");
        }
    }

    static IdentityConfig current() {
        return from(Settings.ofServer());
    }

    static IdentityConfig from(Settings settings) {
        return new IdentityConfig(
                Duration.ofHours(settings.count("computility.token.hours", 12)),
                settings.find("computility.admin.password"));
    }
}
