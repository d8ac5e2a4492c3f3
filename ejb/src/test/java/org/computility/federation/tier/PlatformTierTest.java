package org.computility.federation.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.computility.shared.Conflict;
import org.junit.jupiter.api.Test;

class PlatformTierTest {

    @Test
    void aPlatformIsRegionalUntilItIsSaidOtherwise() {
        assertThat(TierConfig.from(key -> Optional.empty()).tier()).isEqualTo(Tier.REGIONAL);
        assertThat(TierConfig.from(key -> Optional.of(" NATIONAL ")).tier()).isEqualTo(Tier.NATIONAL);
        assertThatThrownBy(() -> TierConfig.from(key -> Optional.of("GLOBAL")))
                .hasMessageContaining("NATIONAL, REGIONAL or THIRD_PARTY, not GLOBAL");
    }

    @Test
    void whoStandsWhere() {
        PlatformTier national = new PlatformTier(new TierConfig(Tier.NATIONAL));
        assertThatThrownBy(national::requireUpward).isInstanceOf(Conflict.class);
        national.requireAbove(Tier.REGIONAL);
        national.requireAbove(Tier.THIRD_PARTY);
        PlatformTier regional = new PlatformTier(new TierConfig(Tier.REGIONAL));
        regional.requireUpward();
        assertThatThrownBy(() -> regional.requireAbove(Tier.REGIONAL)).isInstanceOf(Conflict.class);
        PlatformTier third = new PlatformTier(new TierConfig(Tier.THIRD_PARTY));
        assertThatThrownBy(() -> third.requireAbove(Tier.THIRD_PARTY)).isInstanceOf(Conflict.class);
    }
}
