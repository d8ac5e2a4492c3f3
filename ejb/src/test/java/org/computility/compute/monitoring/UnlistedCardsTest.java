package org.computility.compute.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class UnlistedCardsTest {

    private static final String NODE = "11010800005020000001";

    private final UnlistedCards cards = new UnlistedCards();

    @Test
    void tellsOnceOfEachKindThatTheAnnexDoesNotList() {
        assertThat(cards.newAmong(NODE, Set.of("NVIDIA-T4", "ABACUS"))).containsExactly("ABACUS");
        assertThat(cards.newAmong(NODE, Set.of("NVIDIA-T4", "ABACUS"))).isEmpty();
        assertThat(cards.newAmong(NODE, Set.of("nvidia-t4", "ABACUS"))).containsExactly("nvidia-t4");
        assertThat(cards.newAmong("11010800005020000002", Set.of("ABACUS"))).containsExactly("ABACUS");
    }
}
