package org.computility.planning.dispatch;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Nodes that did not answer a start or a stop a moment ago: nothing is started there for half a minute, and they are
 * compared again, because they may have heard what they did not answer. Only in memory: a server that forgets it finds
 * out again.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class NodesToAvoid {

    private static final Duration AVOIDED = Duration.ofSeconds(30);

    private final Map<String, Instant> silentUntil = new ConcurrentHashMap<>();
    private final Map<String, Instant> compareAt = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    /** The node did not answer. */
    public void add(String computeCode) {
        Instant now = clock.instant();
        silentUntil.put(computeCode, now.plus(AVOIDED));
        compareAt.put(computeCode, now.plus(AVOIDED));
    }

    /** Has the node compared once more, after that time. */
    public void compareAgain(String computeCode, Duration delay) {
        compareAt.put(computeCode, clock.instant().plus(delay));
    }

    public boolean contains(String computeCode) {
        Instant until = silentUntil.get(computeCode);
        return until != null && until.isAfter(clock.instant());
    }

    /** The nodes that are to be compared now; each is answered once. */
    public List<String> takeComparable() {
        Instant now = clock.instant();
        return compareAt.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .filter(entry -> compareAt.remove(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
