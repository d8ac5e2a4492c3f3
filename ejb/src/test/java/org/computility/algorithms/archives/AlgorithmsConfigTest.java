package org.computility.algorithms.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlgorithmsConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of()))
                .isEqualTo(new AlgorithmsConfig(4L * 1024 * 1024 * 1024, Duration.ofMinutes(30), Duration.ofHours(6)));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(
                        "computility.package.limit", "1000",
                        "computility.package.download.timeout", "PT2M",
                        "computility.package.link.validity", "60")))
                .isEqualTo(new AlgorithmsConfig(1000, Duration.ofMinutes(2), Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "computility.package.limit, 0",
        "computility.package.limit, 4 GiB",
        "computility.package.download.timeout, PT-1S",
        "computility.package.link.validity, soon"
    })
    void refusesNonsense(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of(key, value)))
                .withMessageContaining(key);
    }

    private static AlgorithmsConfig from(Map<String, String> values) {
        return AlgorithmsConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
