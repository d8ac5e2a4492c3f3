package org.computility.shared.idempotency;

import java.time.Duration;
import org.computility.shared.Settings;

/**
 * Settings of this room.
 *
 * @param kept {@code COMPUTILITY_IDEMPOTENCY_KEPT}: how long a key stands for the call that brought it, default a day
 */
record IdempotencyConfig(Duration kept) {

    /** Longer than a server takes to say again that a call runs: a running call must not lose its key. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    static IdempotencyConfig current() {
        return from(Settings.ofServer());
    }

    static IdempotencyConfig from(Settings settings) {
        Duration kept = settings.duration("computility.idempotency.kept", Duration.ofHours(24));
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("computility.idempotency.kept is at least a minute, not " + kept + ".");
        }
        return new IdempotencyConfig(kept);
    }
}
