package org.computility.federation.live;

import java.time.Duration;
import org.computility.federation.tier.PlatformTier;
import org.computility.federation.tier.Tier;
import org.computility.shared.Settings;

/**
 * Settings of this part of the room.
 *
 * @param patience {@code COMPUTILITY_LOWER_PATIENCE}, 5 s by default, 15 s for a NATIONAL platform: how long a platform below has for
 *     an answer; those in the middle wait for others themselves, and must not be taken for silent
 * @param memory {@code COMPUTILITY_LOWER_MEMORY}, 10 s by default: how long an answer serves everybody who asks
 * @param pause {@code COMPUTILITY_LOWER_PAUSE}, 30 s by default: how long a platform that did not answer three times is not asked
 * @param atOnce {@code COMPUTILITY_LOWER_AT_ONCE}, 8 by default: how many questions may wait for one platform
 */
record LiveConfig(Duration patience, Duration memory, Duration pause, int atOnce) {

    static LiveConfig current() {
        return from(Settings.ofServer(), PlatformTier.ofServer());
    }

    static LiveConfig from(Settings settings, Tier tier) {
        Duration patience = Duration.ofSeconds(tier == Tier.NATIONAL ? 15 : 5);
        return new LiveConfig(
                settings.duration("computility.lower.patience", patience),
                settings.duration("computility.lower.memory", Duration.ofSeconds(10)),
                settings.duration("computility.lower.pause", Duration.ofSeconds(30)),
                Math.toIntExact(settings.count("computility.lower.at.once", 8)));
    }
}
