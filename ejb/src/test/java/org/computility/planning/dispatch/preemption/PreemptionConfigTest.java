package org.computility.planning.dispatch.preemption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreemptionConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new PreemptionConfig(true));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of("computility.preemption", "false"))).isEqualTo(new PreemptionConfig(false));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> from(Map.of("computility.preemption", "sometimes")));
    }

    private static PreemptionConfig from(Map<String, String> values) {
        return PreemptionConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
