package org.computility.federation.tier;

import java.util.Arrays;
import org.computility.shared.Settings;

/**
 * Settings of this part of the room.
 *
 * @param tier {@code COMPUTILITY_TIER}, {@code REGIONAL} by default
 */
record TierConfig(Tier tier) {

    private static final String TIER = "computility.tier";

    static TierConfig current() {
        return from(Settings.ofServer());
    }

    static TierConfig from(Settings settings) {
        String text = settings.find(TIER).map(String::strip).orElse(Tier.REGIONAL.name());
        return new TierConfig(Arrays.stream(Tier.values())
                .filter(tier -> tier.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "COMPUTILITY_TIER is NATIONAL, REGIONAL or THIRD_PARTY, not " + text + ".")));
    }
}
