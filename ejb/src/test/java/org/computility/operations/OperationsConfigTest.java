package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsConfigTest {

    @Test
    void defaults() {
        OperationsConfig config = from(Map.of());

        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.batchTablePrefix()).isEqualTo("payara");
    }

    @Test
    void everyKeyMaps() {
        OperationsConfig config = from(Map.of(
                "computility.lease", "PT1M",
                "computility.batch.table.prefix", "batch_"));

        assertThat(config).isEqualTo(new OperationsConfig(Duration.ofMinutes(1), "batch_"));
    }

    @Test
    void aPlainNumberIsSeconds() {
        assertThat(from(Map.of("computility.lease", "30")).lease()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({
        "computility.lease, 1",
        "computility.lease, PT2H",
        "computility.lease, soon",
        "computility.batch.table.prefix, x; DROP TABLE job_run"
    })
    void refusesNonsense(String key, String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of(key, value)));
    }

    private static OperationsConfig from(Map<String, String> values) {
        return OperationsConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
