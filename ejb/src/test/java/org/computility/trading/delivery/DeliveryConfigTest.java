package org.computility.trading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new DeliveryConfig(4L * 1024 * 1024 * 1024, Duration.ofMinutes(10)));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(
                        "computility.delivery.limit", "1000",
                        "computility.delivery.fetch.timeout", "PT2M")))
                .isEqualTo(new DeliveryConfig(1000, Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @CsvSource({"computility.delivery.limit, 0", "computility.delivery.fetch.timeout, soon"})
    void refusesNonsense(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of(key, value)))
                .withMessageContaining(key);
    }

    private static DeliveryConfig from(Map<String, String> values) {
        return DeliveryConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
