package org.computility.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputeConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of()))
                .isEqualTo(new ComputeConfig(
                        Duration.ofSeconds(120), Duration.ofSeconds(3), Duration.ofSeconds(30), true));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(
                        "computility.keepalive.timeout",
                        "PT5S",
                        "computility.inspection.timeout",
                        "7",
                        "computility.comparison.interval",
                        "PT1M",
                        "computility.network.deaths",
                        "false")))
                .isEqualTo(
                        new ComputeConfig(Duration.ofSeconds(5), Duration.ofSeconds(7), Duration.ofMinutes(1), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "PT-1S", "soon"})
    void refusesNonsense(String timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("computility.keepalive.timeout", timeout)))
                .withMessageContaining("computility.keepalive.timeout");
    }

    private static ComputeConfig from(Map<String, String> values) {
        return ComputeConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
