package org.computility.system.turns;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.computility.system.InTurn;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves classes and methods that are {@link InTurn} to the server whose turn it is, and says which run on this server alone.
 * The system property {@code computility.turn} holds the turn's number; anything else means all of them.
 */
public final class TurnFilter implements PostDiscoveryFilter {

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private final Optional<Turn> turn;
    private final String server;

    /** As the system properties say; JUnit finds it as a service. */
    public TurnFilter() {
        this(System.getProperty("computility.turn", ""), System.getProperty("computility.server", ""));
    }

    TurnFilter(String turn, String server) {
        this.turn =
                Optional.of(turn).filter(text -> text.matches("\\d+")).map(text -> new Turn(Integer.parseInt(text)));
        this.server = server;
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        return turn.isEmpty() || sources(test).allMatch(this::runsHere)
                ? FilterResult.included("runs on this server")
                : FilterResult.excluded("has its turn on another server");
    }

    /** A method's own and its class's: JUnit asks for classes, but takes no class out while it has methods. */
    private static Stream<TestSource> sources(TestDescriptor test) {
        return Stream.iterate(Optional.of(test), Optional::isPresent, at -> at.flatMap(TestDescriptor::getParent))
                .flatMap(at -> at.orElseThrow().getSource().stream());
    }

    private boolean runsHere(TestSource source) {
        if (source instanceof ClassSource type) {
            Class<?> inTurn = type.getJavaClass();
            return runsHere(inTurn.getSimpleName(), inTurn.getAnnotation(InTurn.class));
        } else if (source instanceof MethodSource method) {
            String name = method.getJavaClass().getSimpleName() + "." + method.getMethodName();
            return runsHere(name, method.getJavaMethod().getAnnotation(InTurn.class));
        }
        return true;
    }

    private boolean runsHere(String name, InTurn inTurn) {
        if (inTurn == null) {
            return true;
        }
        Turn today = turn.orElseThrow();
        boolean here = today.server(inTurn.place() < 0 ? name.hashCode() : inTurn.place())
                .equals(server);
        // JUnit asks more than once.
        if (here && TOLD.add(name)) {
            System.out.println("Turn " + today.number() + ": " + name + " on " + server + " only");
        }
        return here;
    }
}
