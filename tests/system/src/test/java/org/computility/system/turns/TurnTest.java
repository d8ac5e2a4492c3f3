package org.computility.system.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final List<String> CLASSES =
            Stream.of("AccountsIT", "PlanRefusalsIT", "ResultSearchIT").toList();

    @Test
    void threeTurnsHaveEachClassOnEachServer() {
        assertThat(CLASSES)
                .allSatisfy(name -> assertThat(
                                IntStream.range(364, 367).mapToObj(number -> new Turn(number).server(name)))
                        .containsExactlyInAnyOrderElementsOf(Turn.SERVERS));
    }

    @Test
    void theNextTurnIsOnTheNextServer() {
        assertThat(CLASSES)
                .allSatisfy(name -> assertThat(new Turn(8).server(name)).isNotEqualTo(new Turn(7).server(name)));
    }
}
