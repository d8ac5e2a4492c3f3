package org.computility.system.turns;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.computility.system.InTurn;
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
        return turn.isEmpty() || classOf(test).map(this::runsHere).orElse(true)
                ? FilterResult.included("runs on this server")
                : FilterResult.excluded("has its turn on another server");
    }

    /** Of a method, too: JUnit asks for classes, but takes no class out while it has methods. */
    private static Optional<Class<?>> classOf(TestDescriptor test) {
        Optional<TestDescriptor> next = Optional.of(test);
        while (next.isPresent()) {
            if (next.get().getSource().orElse(null) instanceof ClassSource source) {
                return Optional.of(source.getJavaClass());
            }
            next = next.get().getParent();
        }
        return Optional.empty();
    }

    private boolean runsHere(Class<?> type) {
        if (!type.isAnnotationPresent(InTurn.class)) {
            return true;
        }
        boolean here = turn.orElseThrow().server(type.getSimpleName()).equals(server);
        // JUnit asks more than once.
        if (here && TOLD.add(type.getSimpleName())) {
            System.out.println(
                    "Turn " + turn.orElseThrow().number() + ": " + type.getSimpleName() + " on " + server + " only");
        }
        return here;
    }
}
