package org.computility.centers.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CentersConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new CentersConfig(Duration.ofSeconds(15), Duration.ofSeconds(20)));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of("computility.center.interval", "PT1M", "computility.center.timeout", "3")))
                .isEqualTo(new CentersConfig(Duration.ofMinutes(1), Duration.ofSeconds(3)));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("computility.center.interval", "often")))
                .withMessageContaining("computility.center.interval");
    }

    private static CentersConfig from(Map<String, String> values) {
        return CentersConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
