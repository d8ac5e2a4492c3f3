package org.computility.identity.tokens;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param life {@code COMPUTILITY_TOKEN_HOURS}: how long a token is good, 1 to 720 hours, default 12
 */
record TokensConfig(Duration life) {

    TokensConfig {
        if (life.toHours() < 1 || life.toHours() > 720) {
            throw new IllegalArgumentException("COMPUTILITY_TOKEN_HOURS is between 1 and 720.");
        }
    }

    static TokensConfig current() {
        return from(Settings.ofServer());
    }

    static TokensConfig from(Settings settings) {
        return new TokensConfig(Duration.ofHours(settings.count("computility.token.hours", 12)));
    }
}
