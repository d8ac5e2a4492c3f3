package org.computility.system.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final List<Integer> PLACES = Stream.of("AccountsIT", "PlanRefusalsIT", "ResultSearchIT")
            .map(String::hashCode)
            .toList();

    @Test
    void threeTurnsHaveEachPlaceOnEachServer() {
        assertThat(PLACES)
                .allSatisfy(place -> assertThat(
                                IntStream.range(364, 367).mapToObj(number -> new Turn(number).server(place)))
                        .containsExactlyInAnyOrderElementsOf(Turn.SERVERS));
    }

    @Test
    void theNextTurnIsOnTheNextServer() {
        assertThat(PLACES)
                .allSatisfy(place -> assertThat(new Turn(8).server(place)).isNotEqualTo(new Turn(7).server(place)));
    }
}
