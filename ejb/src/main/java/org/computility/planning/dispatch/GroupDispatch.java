package org.computility.planning.dispatch;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.compute.Accelerators;
import org.computility.planning.dispatch.late.Late;
import org.computility.planning.dispatch.late.Unconfirmed;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.StartOrder;
import org.computility.planning.state.InstanceState;
import org.computility.shared.Together;

/**
 * Starts and stops the groups of inspections at their nodes, any number of groups at once. An exchange with a slow node goes on
 * without the groups that do not need it, and notes its outcome by itself.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GroupDispatch {

    /** A node that has not answered by then is slow: all others are waited for no longer. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    @EJB
    Claiming claiming;

    @EJB
    RunEnding ending;

    @EJB
    Accelerators accelerators;

    @EJB
    NodesToAvoid avoided;

    @Resource
    private ManagedExecutorService executor;

    /** Starts the groups together; returns when every node has answered, was given up, or is late. */
    public Late start(List<StartOrder> orders) {
        List<Assignment> chosen = orders.isEmpty() ? List.of() : claim(orders);
        List<Entry<String, List<Assignment>>> nodes = byNode(chosen, Assignment::computeCode);
        List<Future<Handover>> exchanges = Together.within(PATIENCE, nodes, this::hand, helpers());
        return Late.of(ids(nodes, assignment -> assignment.wish().id()), exchanges);
    }

    /**
     * Stops them. Answers the instances whose node did not confirm, or is late; they stay STOPPING.
     *
     * @param next what the confirmed ones are afterwards
     * @param outcome of their runs
     */
    public Unconfirmed stop(Collection<UUID> instances, InstanceState next, String outcome) {
        List<ActiveTask> active = ending.stoppingGroups(instances);
        List<ActiveTask> asked = active.stream()
                .filter(task -> avoided.mayBeAsked(task.computeCode()))
                .toList();
        List<Entry<String, List<ActiveTask>>> nodes = byNode(asked, ActiveTask::computeCode);
        List<Future<Recall>> exchanges =
                Together.within(PATIENCE, nodes, node -> recall(node, next, outcome), helpers());
        return new Unconfirmed(
                Recall.done(exchanges).unconfirmed(active), Late.of(ids(nodes, ActiveTask::id), exchanges));
    }

    /** Counts these as stopped although their node did not confirm: their own time limit has ended them. */
    public void presumeStopped(Collection<UUID> ids, InstanceState next, String outcome) {
        ending.stopped(ids, next, outcome, "The node did not confirm the stop; the task's own time limit has passed.");
    }

    /** Where somebody finds no room, it is sought by halves: what becomes of it is the affair of its own group. */
    private List<Assignment> claim(List<StartOrder> orders) {
        Optional<List<Assignment>> freely = claiming.claimFreely(orders);
        if (freely.isPresent()) {
            return freely.get();
        }
        if (orders.size() == 1) {
            return claiming.claim(orders.get(0));
        }
        int half = orders.size() / 2;
        List<Assignment> chosen = new ArrayList<>(claim(orders.subList(0, half)));
        chosen.addAll(claim(orders.subList(half, orders.size())));
        return chosen;
    }

    private Handover hand(Entry<String, List<Assignment>> node) {
        return Handover.to(node.getKey(), node.getValue(), accelerators, avoided)
                .noted(ending);
    }

    private Recall recall(Entry<String, List<ActiveTask>> node, InstanceState next, String outcome) {
        Recall recall = Recall.from(node.getKey(), node.getValue(), accelerators, avoided);
        if (!recall.stopped().isEmpty()) {
            ending.stopped(recall.stopped(), next, outcome, null);
        }
        return recall;
    }

    private static <T> List<Entry<String, List<T>>> byNode(List<T> tasks, Function<T, String> node) {
        return List.copyOf(tasks.stream().collect(Collectors.groupingBy(node)).entrySet());
    }

    private static <T> List<List<UUID>> ids(List<Entry<String, List<T>>> nodes, Function<T, UUID> id) {
        return nodes.stream()
                .map(node -> node.getValue().stream().map(id).toList())
                .toList();
    }

    Executor helpers() {
        return executor;
    }
}
