package org.computility.connector.jobs.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesKubeletTest {

    @ParameterizedTest
    @CsvSource({
        "$(X),1",
        "$$(X),$(X)",
        "$$$(X),$1",
        "$$$$(X),$$(X)",
        "$$,$",
        "$$$$,$$",
        "$X,$X",
        "$(Y),$(Y)",
        "$(X,$(X",
        "a$,a$"
    })
    void itPutsInVariablesAsKubernetesDoes(String word, String expected) {
        assertThat(KubernetesKubelet.plain(word, Map.of("X", "1"))).isEqualTo(expected);
    }
}
