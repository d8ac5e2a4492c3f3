package org.computility.identity.registration;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param hourly {@code COMPUTILITY_REGISTRATIONS_HOURLY}: how many may come from one address in an hour, default 20
 * @param pending {@code COMPUTILITY_REGISTRATIONS_PENDING}: how many may wait for a decision, default 1000
 * @param pendingOfNetwork {@code COMPUTILITY_REGISTRATIONS_PENDING_NETWORK}: how many of them may come from one network, default 20
 * @param life {@code COMPUTILITY_REGISTRATION_LIFE}: how long one waits, 1 hour to 90 days, default 14 days
 */
record RegistrationConfig(long hourly, long pending, long pendingOfNetwork, Duration life) {

    RegistrationConfig {
        if (life.toHours() < 1 || life.toDays() > 90) {
            throw new IllegalArgumentException("COMPUTILITY_REGISTRATION_LIFE is between 1 hour and 90 days.");
        }
    }

    static RegistrationConfig current() {
        return from(Settings.ofServer());
    }

    static RegistrationConfig from(Settings settings) {
        return new RegistrationConfig(
                settings.count("computility.registrations.hourly", 20),
                settings.count("computility.registrations.pending", 1000),
                settings.count("computility.registrations.pending.network", 20),
                settings.duration("computility.registration.life", Duration.ofDays(14)));
    }
}
