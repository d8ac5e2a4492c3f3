package org.computility.planning.dispatch;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.computility.compute.events.NodeReconciliation;
import org.computility.shared.StandardTime;

/**
 * Nodes that did not answer a start or a stop a moment ago, or that start nothing at all by their own words: nothing is
 * started there for half a minute, and they are compared again, because they may have done what they did not answer. Nodes
 * that say "not now" again and again are full: for a minute they get only what no other node has room for. Only in memory: a
 * server that forgets it finds out again.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class NodesToAvoid {

    private static final Duration AVOIDED = Duration.ofSeconds(30);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(3);

    private static final Duration FULL = Duration.ofSeconds(60);

    /** The first refusals may be of a task that is just ending. */
    private static final int REFUSALS_OF_A_FULL_NODE = 3;

    private static final int MOST_REFUSED = 10_000;

    private final Map<String, Avoided> avoided = new ConcurrentHashMap<>();
    private final Map<String, Instant> askedAgainAt = new ConcurrentHashMap<>();

    private final Map<String, Future<?>> late = new ConcurrentHashMap<>();

    private final Map<String, Instant> fullUntil = new ConcurrentHashMap<>();
    private final Map<UUID, Refusals> refused = new ConcurrentHashMap<>();

    @EJB
    NodeReconciliation reconciliation;

    @Inject
    Clock clock;

    /**
     * The node did not answer.
     *
     * @param words what is said of it, as people are shown
     */
    public void add(String computeCode, String words) {
        avoid(computeCode, true, words);
    }

    /**
     * The node answers, and starts nothing for now.
     *
     * @param words what it said, as people are shown
     */
    public void closed(String computeCode, String words) {
        avoid(computeCode, false, words);
    }

    /** The node has not answered a start yet: nothing else that is due goes there until the exchange ends. */
    public void late(String computeCode, Future<?> exchange) {
        late.merge(computeCode, exchange, (older, fresh) -> older.isDone() ? fresh : older);
    }

    private void avoid(String computeCode, boolean silent, String words) {
        Instant now = clock.instant();
        avoided.put(computeCode, new Avoided(now, now.plus(AVOIDED), silent, words));
        reconciliation.compareAfter(computeCode, AVOIDED);
    }

    /** Why nothing that is due is started there, and when the node is asked again; empty: it is not avoided. */
    public Optional<String> why(String computeCode) {
        return whyAvoided(computeCode)
                .or(() -> isLate(computeCode)
                        ? Optional.of("Compute " + computeCode + " has not answered yet.")
                        : Optional.empty());
    }

    /** Why no group begins there, since when, and when the node is asked again: a node that is merely slow does not miss a round. */
    public Optional<String> whyAvoided(String computeCode) {
        return now(computeCode).map(Avoided::reason);
    }

    private boolean isLate(String computeCode) {
        return late.computeIfPresent(computeCode, (code, exchange) -> exchange.isDone() ? null : exchange) != null;
    }

    private Optional<Avoided> now(String computeCode) {
        return Optional.ofNullable(avoided.get(computeCode)).filter(node -> node.isAt(clock.instant()));
    }

    /**
     * Whether an inspection may ask the node now: always where the node answers. Each question to a node that does not holds
     * a thread for seconds, and the turns of all other inspections need it; so one is asked every few seconds.
     */
    public boolean mayBeAsked(String computeCode) {
        if (now(computeCode).filter(Avoided::silent).isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        Instant next = now.plus(BETWEEN_QUESTIONS);
        // The same object only for the caller that put it there.
        return askedAgainAt.merge(computeCode, next, (was, wanted) -> lies(was, now, next) ? was : wanted) == next;
    }

    /** Whether nothing that is due is started there. */
    public boolean contains(String computeCode) {
        return why(computeCode).isPresent();
    }

    /** The node cannot take the instance now. After the third time in succession the node counts as full. */
    public void notNow(String computeCode, UUID instance) {
        if (refused.size() >= MOST_REFUSED) {
            refused.clear();
        }
        Refusals now = refused.merge(instance, new Refusals(computeCode, 1), Refusals::then);
        if (now.times() >= REFUSALS_OF_A_FULL_NODE) {
            fullUntil.put(computeCode, clock.instant().plus(FULL));
        }
    }

    /** A node took the instance, or refused it for good. */
    public void decided(UUID instance) {
        refused.remove(instance);
    }

    /** Whether other nodes come first. */
    public boolean isFull(String computeCode) {
        Instant until = fullUntil.get(computeCode);
        if (until == null) {
            return false;
        }
        Instant now = clock.instant();
        return lies(until, now, now.plus(FULL));
    }

    /** Whether a stream that becomes free there would not help: the node is silent, or refuses tasks. */
    public boolean admitsNobody(String computeCode) {
        return contains(computeCode) || isFull(computeCode);
    }

    /** Whether the moment is still to come; one that lies further ahead than it can was set by a clock that has been put back since. */
    private static boolean lies(Instant moment, Instant now, Instant last) {
        return moment.isAfter(now) && !moment.isAfter(last);
    }

    /**
     * A node and what was said when it was last asked.
     *
     * @param silent whether it did not answer
     */
    private record Avoided(Instant since, Instant until, boolean silent, String words) {

        boolean isAt(Instant now) {
            return lies(until, now, now.plus(AVOIDED));
        }

        String reason() {
            return words + " (at " + StandardTime.seconds(since) + "; it is asked again at "
                    + StandardTime.seconds(until) + ")";
        }
    }

    /** How often in succession one node said "not now" to an instance. */
    private record Refusals(String computeCode, int times) {

        Refusals then(Refusals next) {
            return computeCode.equals(next.computeCode) ? new Refusals(computeCode, times + 1) : next;
        }
    }
}
