package org.computility.planning.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanningConfigTest {

    @Test
    void defaults() {
        assertThat(from(Map.of())).isEqualTo(new PlanningConfig(Optional.empty()));
    }

    @Test
    void everyKeyMaps() {
        assertThat(from(Map.of("computility.media.dir", "/srv/media")))
                .isEqualTo(new PlanningConfig(Optional.of(Path.of("/srv/media"))));
    }

    @Test
    void refusesNonsense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of("computility.media.dir", "media")))
                .withMessageContaining("COMPUTILITY_MEDIA_DIR");
    }

    private static PlanningConfig from(Map<String, String> values) {
        return PlanningConfig.from(key -> Optional.ofNullable(values.get(key)));
    }
}
