package org.computility.container.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class ContainerTurnsTest {

    @Test
    void aClassThatIsInTurnRunsInOneContainerAndTheNextDayInTheOther() {
        assertThat(containersWith(First.class, "4")).containsExactly("payara-micro");
        assertThat(containersWith(First.class, "5")).containsExactly("wildfly");
        assertThat(containersWith(Second.class, "5")).containsExactly("payara-micro");
    }

    @Test
    void othersRunInBothAndSoDoAllWhenItIsNobodysTurn() {
        assertThat(containersWith(Plain.class, "4")).containsExactly("payara-micro", "wildfly");
        assertThat(containersWith(First.class, "every-server")).containsExactly("payara-micro", "wildfly");
    }

    private static List<String> containersWith(Class<?> type, String turn) {
        return Stream.of("payara-micro", "wildfly")
                .filter(container -> LauncherFactory.create()
                        .discover(LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(type))
                                .filters(new ContainerTurns(turn, container))
                                .build())
                        .containsTests())
                .toList();
    }

    @InTurn(place = 0)
    static class First {

        @Test
        void one() {}
    }

    @InTurn(place = 1)
    static class Second {

        @Test
        void one() {}
    }

    static class Plain {

        @Test
        void one() {}
    }
}
