package org.computility.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobsConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of()))
                .isEqualTo(new JobsConfig(
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(5),
                        5,
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(10),
                        16L << 30));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of(
                        "computility.job.poll", "1",
                        "computility.job.move.after", "PT1M",
                        "computility.job.losses", "2",
                        "computility.job.log.link", "PT3S",
                        "computility.job.grace", "PT30S",
                        "computility.job.file.limit", "4096")))
                .isEqualTo(new JobsConfig(
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        2,
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(30),
                        4096));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("computility.job.losses", "0")))
                .withMessageContaining("computility.job.losses");
        for (String grace : List.of("PT1.5S", "PT61M", "PT0S")) {
            assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of("computility.job.grace", grace)));
        }
    }

    private static JobsConfig from(Map<String, String> values) {
        return JobsConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
