package org.computility.planning.dispatch;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.compute.Accelerators;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.Round;
import org.computility.planning.dispatch.preemption.Preemption;
import org.computility.planning.dispatch.preemption.Yielding;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Together;

/**
 * Starts and stops instances at their nodes ({@link GroupDispatch} does so for inspections): one transaction that decides, one exchange per node with no transaction open
 * and all nodes at once, one transaction that notes the outcome. A handful of statements for any number of instances.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Dispatch {

    private static final Logger LOG = Logger.getLogger(Dispatch.class.getName());

    /** What one transaction decides at most; the rest follows in the next. */
    private static final int AT_ONCE = 1000;

    /** Of a round: whoever gives way in it is told before its stop counts as half done. What is left is due in the next one. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);

    /** A node that has not answered a start by then is slow: nobody else waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A stop takes seconds; a stop that is older than this has lost its server. */
    private static final Duration HALF_DONE = Duration.ofSeconds(60);

    @EJB
    Claiming claiming;

    @EJB
    RunEnding ending;

    @EJB
    Preemption preemption;

    @Inject
    Starts starts;

    @Inject
    ActiveTasks activeTasks;

    @Inject
    Clock clock;

    @EJB
    Accelerators accelerators;

    @EJB
    NodesToAvoid avoided;

    @Resource
    private ManagedExecutorService executor;

    /** Starts everything that is due, highest priority first. */
    public void startDue() {
        List<Yielding> yielding = new ArrayList<>();
        try {
            Instant end = clock.instant().plus(LONGEST_ROUND);
            Optional<Round> round = Optional.of(Round.at(clock.instant()));
            while (round.isPresent() && clock.instant().isBefore(end)) {
                Claiming.Claim claim = claiming.claimDue(round.get(), AT_ONCE);
                yielding.addAll(claim.yielding());
                hand(claim.chosen());
                round = claim.rest();
            }
        } finally {
            // Last: nobody who is looked at later in the round gets the room.
            makeRoom(yielding);
        }
    }

    /** Whether a waiting instance is due for its next try. */
    public boolean isAnyDue() {
        return starts.isAnyDue(clock.instant());
    }

    /** Finishes stops that a dead server left half done, and asks nodes again that had not ended their tasks. */
    public void finishStops() {
        Instant now = clock.instant();
        List<UUID> halfDone = activeTasks.halfStopped(now.minus(HALF_DONE), now);
        if (!halfDone.isEmpty()) {
            stop(halfDone);
        }
    }

    /**
     * Stops instances that nobody wants any more. Where the node does not answer, the instance counts as stopped, and
     * is stopped there when the node comes back. Where the node answers that the task has not ended, the instance has
     * not, either: the node is asked again until it has.
     */
    public void stop(Collection<UUID> ids) {
        end(ids, null);
    }

    /**
     * Stops what windows closed, then starts what they opened. The caller waits for no node: one that hangs keeps no other plan
     * from its windows. What is not done for want of a thread, or because the server dies, the clock of retries does.
     *
     * @param opened whether there is anything to start
     */
    public void followWindows(Collection<UUID> closed, boolean opened) {
        try {
            helpers().execute(() -> {
                // First what makes room.
                if (!closed.isEmpty()) {
                    stop(closed);
                }
                if (opened) {
                    startDue();
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.log(Level.INFO, "No thread is free; the clock of retries tells the nodes: {0}", e.getMessage());
        }
    }

    /** Stops instances, too; those that are still wanted look for another place at once, and say why. */
    public void move(Collection<UUID> ids, String reason) {
        end(ids, reason);
        ending.moved(ids);
    }

    private void end(Collection<UUID> ids, String reason) {
        List<ActiveTask> active = ending.stopping(ids);
        Recall recall = stopAt(active);
        Set<UUID> silent = recall.unconfirmed(active);
        silent.removeAll(recall.refused().keySet());
        note(recall.stopped(), InstanceState.PENDING, "STOPPED", reason);
        ending.stillThere(recall.refused());
        note(silent, InstanceState.PENDING, "STOPPED", "The node does not answer; it is told when it comes back.");
    }

    /** Apart from the starts, which shall not wait for the ends; whoever is made room for starts in the next turn. */
    private void makeRoom(List<Yielding> yielding) {
        if (!yielding.isEmpty()) {
            List<ActiveTask> tasks = yielding.stream()
                    .map(one -> new ActiveTask(one.id(), one.computeCode()))
                    .toList();
            try {
                helpers().execute(() -> {
                    Recall recall = stopAt(tasks);
                    preemption.note(yielding, recall.stopped(), recall.refused());
                });
            } catch (RejectedExecutionException e) {
                LOG.log(Level.INFO, "No thread is free; nobody gives way for now: {0}", e.getMessage());
                preemption.note(yielding, Set.of(), Map.of());
            }
        }
    }

    private void note(Collection<UUID> ids, InstanceState next, String outcome, String message) {
        if (!ids.isEmpty()) {
            ending.stopped(ids, next, outcome, message);
        }
    }

    /** What a slow node answers is noted when it comes; until then nothing else that is due goes there. */
    private void hand(List<Assignment> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        List<Entry<String, List<Assignment>>> nodes = List.copyOf(chosen.stream()
                .collect(Collectors.groupingBy(Assignment::computeCode))
                .entrySet());
        List<Future<Boolean>> exchanges = Together.within(PATIENCE, nodes, this::exchange, helpers());
        for (int i = 0; i < nodes.size(); i++) {
            if (!exchanges.get(i).isDone()) {
                avoided.late(nodes.get(i).getKey(), exchanges.get(i));
            }
        }
    }

    /** Whether what came of it is written down. A failure is told here: perhaps nobody waits for it any more. */
    private boolean exchange(Entry<String, List<Assignment>> node) {
        try {
            Handover.to(node.getKey(), node.getValue(), accelerators, avoided).noted(ending);
            return true;
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    e,
                    () -> "It is not noted which tasks compute " + node.getKey()
                            + " did not take; a comparison finds out.");
            return false;
        }
    }

    private Recall stopAt(List<ActiveTask> active) {
        Map<String, List<ActiveTask>> byNode = active.stream().collect(Collectors.groupingBy(ActiveTask::computeCode));
        return Recall.together(
                everyNode(byNode, entry -> Recall.from(entry.getKey(), entry.getValue(), accelerators, avoided)));
    }

    Executor helpers() {
        return executor;
    }

    private <V, R> List<R> everyNode(Map<String, V> byNode, Function<Entry<String, V>, R> exchange) {
        return Together.each(byNode.entrySet(), exchange, helpers());
    }
}
