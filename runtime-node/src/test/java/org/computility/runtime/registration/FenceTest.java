package org.computility.runtime.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FenceTest {

    private Duration silence = Duration.ZERO;
    private final List<String> told = new ArrayList<>();
    private final Fence fence =
            new Fence(Duration.ofSeconds(100), () -> silence, told::add, () -> told.add("taken up"));

    @Test
    void whoIsCutOffEndsItsWorkOnceAndTakesItUpWhenItIsHeardAgain() {
        look(99);
        assertThat(told).isEmpty();

        look(100);
        look(101);
        assertThat(told).containsExactly("The node has not reached its platform for 100 s");

        look(2);
        look(3);
        assertThat(told).hasSize(2).endsWith("taken up");
        look(100);
        assertThat(told).hasSize(3);
    }

    private void look(int seconds) {
        silence = Duration.ofSeconds(seconds);
        fence.look();
    }
}
