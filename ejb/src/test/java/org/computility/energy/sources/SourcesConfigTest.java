package org.computility.energy.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SourcesConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new SourcesConfig(Duration.ofSeconds(3)));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of("computility.meter.timeout", "PT5S")))
                .isEqualTo(new SourcesConfig(Duration.ofSeconds(5)));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("computility.meter.timeout", "long")))
                .withMessageContaining("computility.meter.timeout");
    }

    private static SourcesConfig from(Map<String, String> values) {
        return SourcesConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
