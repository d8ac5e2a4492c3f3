package org.computility.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetsConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new DatasetsConfig(16L * 1024 * 1024 * 1024));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of("computility.dataset.limit", "1000"))).isEqualTo(new DatasetsConfig(1000));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("computility.dataset.limit", "16 GiB")))
                .withMessageContaining("computility.dataset.limit");
    }

    private static DatasetsConfig from(Map<String, String> values) {
        return DatasetsConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
