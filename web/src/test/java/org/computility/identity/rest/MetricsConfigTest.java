package org.computility.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsConfigTest {

    private static final String TOKEN = "computility.metrics.token";

    @Test
    void defaults() {
        assertThat(from(Map.of()).token()).isEmpty();
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(TOKEN, " " + "t".repeat(32) + " ")).token()).contains("t".repeat(32));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of(TOKEN, "guessed")))
                .withMessageContaining(TOKEN);
    }

    private static MetricsConfig from(Map<String, String> settings) {
        return MetricsConfig.from(key -> Optional.ofNullable(settings.get(key)));
    }
}
