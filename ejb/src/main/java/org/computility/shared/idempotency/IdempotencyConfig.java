package org.computility.shared.idempotency;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param kept {@code COMPUTILITY_IDEMPOTENCY_KEPT}: how long a key stands for the call that brought it, default a day
 */
record IdempotencyConfig(Duration kept) {

    static IdempotencyConfig current() {
        return from(Settings.ofServer());
    }

    static IdempotencyConfig from(Settings settings) {
        return new IdempotencyConfig(settings.duration("computility.idempotency.kept", Duration.ofHours(24)));
    }
}
