package org.computility.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new TokensConfig(Duration.ofHours(12)));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of("computility.token.hours", "720"))).isEqualTo(new TokensConfig(Duration.ofDays(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "721", "a day"})
    void refusesNonsense(String hours) {
        assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of("computility.token.hours", hours)));
    }

    private static TokensConfig from(Map<String, String> values) {
        return TokensConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
