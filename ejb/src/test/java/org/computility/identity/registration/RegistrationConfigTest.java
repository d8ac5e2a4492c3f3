package org.computility.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new RegistrationConfig(20, 1000, 20, Duration.ofDays(14)));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(
                        "computility.registrations.hourly",
                        "3",
                        "computility.registrations.pending",
                        "7",
                        "computility.registrations.pending.network",
                        "5",
                        "computility.registration.life",
                        "P90D")))
                .isEqualTo(new RegistrationConfig(3, 7, 5, Duration.ofDays(90)));
    }

    @ParameterizedTest
    @CsvSource({
        "computility.registrations.hourly, 0",
        "computility.registrations.pending, many",
        "computility.registrations.pending.network, 0",
        "computility.registration.life, PT59M",
        "computility.registration.life, P91D"
    })
    void refusesNonsense(String key, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of(key, value)));
    }

    private static RegistrationConfig from(Map<String, String> values) {
        return RegistrationConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
