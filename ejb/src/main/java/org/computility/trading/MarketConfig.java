package org.computility.trading;

import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param controlledOwner {@code COMPUTILITY_CONTROLLED_OWNER}, default {@code TRUSTED_DATA_SPACE}: the owner of all controlled data
 *     (T/AI 123.12 table A.8)
 * @param controlledRegistration {@code COMPUTILITY_CONTROLLED_REGISTRATION}, default {@code TDS-CONTROLLED}: its
 *     registration number
 */
public record MarketConfig(String controlledOwner, String controlledRegistration) {

    private static final int LONGEST = 64;

    public MarketConfig {
        check("COMPUTILITY_CONTROLLED_OWNER", controlledOwner);
        check("COMPUTILITY_CONTROLLED_REGISTRATION", controlledRegistration);
    }

    /** The settings of this server. */
    public static MarketConfig current() {
        return from(Settings.ofServer());
    }

    static MarketConfig from(Settings settings) {
        return new MarketConfig(
                settings.find("computility.controlled.owner").orElse("TRUSTED_DATA_SPACE"),
                settings.find("computility.controlled.registration").orElse("TDS-CONTROLLED"));
    }

    /** Whether that is the number of all controlled data. */
    public boolean isControlled(String registrationId) {
        return controlledRegistration.equalsIgnoreCase(registrationId);
    }

    private static void check(String setting, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException(setting + " has 1 to " + LONGEST + " characters.");
        }
    }
}
