package org.computility.serving.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.computility.serving.replicas.ServiceTasks;
import org.computility.serving.scaling.choice.Permits;
import org.junit.jupiter.api.Test;

class ScalingSightTest {

    @Test
    void aLicenceForANodeThatCannotServeNowIsOfNoUse() {
        ServiceTasks.Licensed licensed = new ServiceTasks.Licensed(OptionalLong.of(1), Map.of("here", 2L, "away", 4L));

        assertThat(ScalingSight.permits(licensed, Set.of("here", "other")))
                .isEqualTo(new Permits(1, Map.of("here", 2L)));
        assertThat(ScalingSight.permits(licensed, Set.of("here")).total()).isEqualTo(3);
        assertThat(ScalingSight.permits(new ServiceTasks.Licensed(OptionalLong.empty(), Map.of()), Set.of()))
                .isEqualTo(Permits.UNBOUNDED);
    }
}
