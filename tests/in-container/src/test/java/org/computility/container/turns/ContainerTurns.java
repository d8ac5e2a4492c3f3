package org.computility.container.turns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves classes that are {@link InTurn} to the container whose turn it is. The system property {@code computility.turn} holds the turn's
 * number; anything else means both containers.
 */
public final class ContainerTurns implements PostDiscoveryFilter {

    private static final List<String> CONTAINERS = List.of("payara-micro", "wildfly");

    private final String turn;
    private final String container;

    /** As the system properties say; JUnit finds it as a service. */
    public ContainerTurns() {
        this(System.getProperty("computility.turn", ""), System.getProperty("arquillian.launch", ""));
    }

    ContainerTurns(String turn, String container) {
        this.turn = turn;
        this.container = container;
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        return Stream.iterate(Optional.of(test), Optional::isPresent, at -> at.flatMap(TestDescriptor::getParent))
                        .flatMap(at -> at.orElseThrow().getSource().stream())
                        .allMatch(this::runsHere)
                ? FilterResult.included("runs in this container")
                : FilterResult.excluded("has its turn in the other container");
    }

    /** A class's source; methods are asked for their class, as JUnit takes no class out while it has methods. */
    private boolean runsHere(TestSource source) {
        return !(source instanceof ClassSource type)
                || Optional.ofNullable(type.getJavaClass().getAnnotation(InTurn.class))
                        .map(this::runsHere)
                        .orElse(true);
    }

    private boolean runsHere(InTurn inTurn) {
        return !turn.matches("\\d+")
                || CONTAINERS
                        .get((Integer.parseInt(turn) + inTurn.place()) % CONTAINERS.size())
                        .equals(container);
    }
}
