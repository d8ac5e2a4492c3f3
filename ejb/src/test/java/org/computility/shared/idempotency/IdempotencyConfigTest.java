package org.computility.shared.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new IdempotencyConfig(Duration.ofDays(1)));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of("computility.idempotency.kept", "PT1H")))
                .isEqualTo(new IdempotencyConfig(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-PT1S", "PT59S", "a day"})
    void refusesNonsense(String kept) {
        assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of("computility.idempotency.kept", kept)));
    }

    private static IdempotencyConfig from(Map<String, String> values) {
        return IdempotencyConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
