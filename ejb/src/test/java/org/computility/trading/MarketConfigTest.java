package org.computility.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new MarketConfig("TRUSTED_DATA_SPACE", "TDS-CONTROLLED"));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of("computility.controlled.owner", "space", "computility.controlled.registration", "all")))
                .isEqualTo(new MarketConfig("space", "all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "12345678901234567890123456789012345678901234567890123456789012345"})
    void refusesNonsense(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("computility.controlled.owner", value)))
                .withMessageContaining("COMPUTILITY_CONTROLLED_OWNER");
    }

    private static MarketConfig from(Map<String, String> values) {
        return MarketConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
