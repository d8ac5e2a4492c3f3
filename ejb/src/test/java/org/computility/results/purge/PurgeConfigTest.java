package org.computility.results.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.computility.operations.declared.DailyTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurgeConfigTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void defaults() {
        assertThat(from(Map.of()))
                .isEqualTo(new PurgeConfig(
                        Period.ofDays(400), Map.of(), Optional.of(new DailyTime(LocalTime.of(3, 30), ZONE))));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(
                        "computility.results.keep", " P30D ",
                        "computility.results.keep.longer", " FIRE-1.0.0=P5Y , SMOKE-1.0.0 = P2Y",
                        "computility.results.purge", "off")))
                .isEqualTo(new PurgeConfig(
                        Period.ofDays(30),
                        Map.of("FIRE-1.0.0", Period.ofYears(5), "SMOKE-1.0.0", Period.ofYears(2)),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "computility.results.keep, 30",
        "computility.results.keep, P0D",
        "computility.results.keep, P101Y",
        "computility.results.keep, P1M-30D",
        "computility.results.keep, P999999999Y",
        "computility.results.keep.longer, P5Y",
        "computility.results.keep.longer, FIRE-1.0.0=soon",
        "computility.results.keep.longer, =P5Y",
        "computility.results.purge, nightly"
    })
    void refusesNonsense(String key, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of(key, value)))
                .withMessageContaining(key);
    }

    private static PurgeConfig from(Map<String, String> settings) {
        return PurgeConfig.from(key -> Optional.ofNullable(settings.get(key)), ZONE);
    }
}
