package org.computility.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new IdentityConfig(Duration.ofHours(12), Optional.empty()));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(
                        "computility.token.hours", "720",
                        "computility.admin.password", "eight888")))
                .isEqualTo(new IdentityConfig(Duration.ofDays(30), Optional.of("eight888")));
    }

    @ParameterizedTest
    @CsvSource({
        "computility.token.hours, 0",
        "computility.token.hours, 721",
        "computility.token.hours, a day",
        "computility.admin.password, seven77"
    })
    void refusesNonsense(String key, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of(key, value)));
    }

    private static IdentityConfig from(Map<String, String> values) {
        return IdentityConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
