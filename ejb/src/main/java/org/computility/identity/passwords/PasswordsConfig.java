package org.computility.identity.passwords;

import org.computility.shared.Settings;

/**
 * Settings of passwords.
 *
 * @param plainEverywhere {@code COMPUTILITY_PLAIN_PASSWORDS}: take unencrypted passwords over plain HTTP from elsewhere too
 */
record PasswordsConfig(boolean plainEverywhere) {

    static PasswordsConfig current() {
        return from(Settings.ofServer());
    }

    static PasswordsConfig from(Settings settings) {
        return new PasswordsConfig(settings.flag("computility.plain.passwords", false));
    }
}
