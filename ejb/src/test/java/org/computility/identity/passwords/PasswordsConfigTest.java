package org.computility.identity.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new PasswordsConfig(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "on", "1"})
    void everyKeyMaps(String yes) {
        assertThat(from(Map.of("computility.plain.passwords", yes))).isEqualTo(new PasswordsConfig(true));
        assertThat(from(Map.of("computility.plain.passwords", "false"))).isEqualTo(new PasswordsConfig(false));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("computility.plain.passwords", "perhaps")))
                .withMessageContaining("computility.plain.passwords");
    }

    private static PasswordsConfig from(Map<String, String> values) {
        return PasswordsConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
