package org.computility.system.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computility.system.InTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TurnFilterTest {

    @Test
    void oneOfTheServersHasAClassThatIsInTurn() {
        assertThat(serversWith(Ruled.class, "7")).containsExactly(new Turn(7).server("Ruled"));
    }

    @Test
    void allServersHaveTheOthers() {
        assertThat(serversWith(Served.class, "7")).isEqualTo(Turn.SERVERS);
    }

    @Test
    void allServersHaveAllWhenItIsNobodysTurn() {
        assertThat(serversWith(Ruled.class, "every-server")).isEqualTo(Turn.SERVERS);
    }

    private static List<String> serversWith(Class<?> type, String turn) {
        return Turn.SERVERS.stream()
                .filter(server -> LauncherFactory.create()
                        .discover(LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(type))
                                .filters(new TurnFilter(turn, server))
                                .build())
                        .containsTests())
                .toList();
    }

    @InTurn
    static class Ruled {

        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        void several(int number) {}
    }

    static class Served {

        @Test
        void one() {}
    }
}
