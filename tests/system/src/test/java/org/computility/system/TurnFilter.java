package org.computility.system;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Leaves classes that are {@link InTurn} to the server whose turn it is, and says which classes run on this server alone.
 * The system property {@code computility.turn} holds the turn's number; anything else means every class.
 */
public final class TurnFilter implements PostDiscoveryFilter {

    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private final Optional<Turn> turn = Optional.ofNullable(System.getProperty("computility.turn"))
            .filter(text -> text.matches("\\d+"))
            .map(text -> new Turn(Integer.parseInt(text)));

    @Override
    public FilterResult apply(TestDescriptor test) {
        return turn.isEmpty() || test.getSource().map(this::runsHere).orElse(true)
                ? FilterResult.included("runs on this server")
                : FilterResult.excluded("has its turn on another server");
    }

    private boolean runsHere(Object source) {
        if (!(source instanceof ClassSource classSource)
                || !classSource.getJavaClass().isAnnotationPresent(InTurn.class)) {
            return true;
        }
        String name = classSource.getJavaClass().getSimpleName();
        String server = turn.orElseThrow().server(name);
        boolean here = server.equals(System.getProperty("computility.server"));
        // JUnit asks more than once.
        if (here && TOLD.add(name)) {
            System.out.println("Turn " + turn.orElseThrow().number() + ": " + name + " on " + server + " only");
        }
        return here;
    }
}
