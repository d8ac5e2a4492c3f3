package org.computility.identity.accounts;

import java.util.Optional;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param adminPassword {@code COMPUTILITY_ADMIN_PASSWORD}: the first administrator's; absent: made and logged once
 */
record AccountsConfig(Optional<String> adminPassword) {

    AccountsConfig {
        if (adminPassword.filter(password -> password.length() < 8).isPresent()) {
            throw new IllegalArgumentException("COMPUTILITY_ADMIN_PASSWORD needs at least 8 characters.");
        }
    }

    static AccountsConfig current() {
        return from(Settings.ofServer());
    }

    static AccountsConfig from(Settings settings) {
        return new AccountsConfig(settings.find("computility.admin.password"));
    }
}
