package org.computility.system.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computility.system.InTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class TurnFilterTest {

    @Test
    void oneOfTheServersHasAClassThatIsInTurn() {
        assertThat(serversWith(Ruled.class, "7")).containsExactly(new Turn(7).server("Ruled".hashCode()));
    }

    @Test
    void allServersHaveTheOthers() {
        assertThat(serversWith(Served.class, "7")).isEqualTo(Turn.SERVERS);
    }

    @Test
    void allServersHaveAllWhenItIsNobodysTurn() {
        assertThat(serversWith(Ruled.class, "every-server")).isEqualTo(Turn.SERVERS);
    }

    @Test
    void aPlaceCountsInsteadOfTheName() {
        assertThat(serversWith(Lengthy.class, "7")).containsExactly(new Turn(7).server(2));
    }

    @Test
    void aMethodMayHaveItsTurnAlone() {
        String server = new Turn(7).server(1);

        assertThat(Turn.SERVERS)
                .allSatisfy(each -> assertThat(tests(Half.class, each)).isEqualTo(each.equals(server) ? 2 : 1));
    }

    private static long tests(Class<?> type, String server) {
        return plan(type, "7", server).countTestIdentifiers(TestIdentifier::isTest);
    }

    private static List<String> serversWith(Class<?> type, String turn) {
        return Turn.SERVERS.stream()
                .filter(server -> plan(type, turn, server).containsTests())
                .toList();
    }

    private static TestPlan plan(Class<?> type, String turn, String server) {
        return LauncherFactory.create()
                .discover(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(type))
                        .filters(new TurnFilter(turn, server))
                        .build());
    }

    @InTurn
    static class Ruled {

        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = 1)
        void several(int number) {}
    }

    @InTurn(place = 2)
    static class Lengthy {

        @Test
        void one() {}
    }

    static class Half {

        @Test
        void one() {}

        @InTurn(place = 1)
        @Test
        void inTurn() {}
    }

    static class Served {

        @Test
        void one() {}
    }
}
