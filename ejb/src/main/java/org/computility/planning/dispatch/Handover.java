package org.computility.planning.dispatch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.Accelerators;
import org.computility.connector.accelerator.TaskOutcome;
import org.computility.connector.accelerator.TaskStart;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.Wish;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;

/**
 * Which tasks the nodes did not take when they were handed over.
 *
 * @param refused the node said no, with its words
 * @param notNow the node may take it later, in its words: the task before has not ended, there is no room, or it starts
 *     nothing at all for now
 * @param lost the node did not answer: the task may or may not run there
 */
record Handover(String computeCode, Map<UUID, String> refused, Map<UUID, String> notNow, Map<UUID, String> lost) {

    private static final Logger LOG = Logger.getLogger(Handover.class.getName());

    private static final String WORDLESS = "The node refused it without a word.";

    /** Hands tasks to one node in one exchange. */
    static Handover to(String computeCode, List<Assignment> tasks, Accelerators accelerators, NodesToAvoid avoided) {
        Handover handover = new Handover(computeCode, new HashMap<>(), new HashMap<>(), new HashMap<>());
        try {
            List<TaskStart> starts = tasks.stream().map(Handover::start).toList();
            List<TaskOutcome> outcomes = accelerators.call(computeCode, connection -> connection.startTasks(starts));
            outcomes.forEach(handover::note);
            tell(avoided, computeCode, outcomes);
        } catch (Conflict e) {
            tasks.forEach(task -> handover.refused.put(task.wish().id(), e.getMessage()));
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "{0} tasks not started: {1}", new Object[] {tasks.size(), e.getMessage()});
            avoided.add(computeCode, e.getMessage());
            tasks.forEach(task -> handover.lost.put(task.wish().id(), e.getMessage()));
        }
        return handover;
    }

    private void note(TaskOutcome outcome) {
        switch (outcome.kind()) {
            case ACCEPTED -> {}
            case NOT_NOW -> notNow.put(UUID.fromString(outcome.taskId()), words(outcome));
            case CLOSED -> notNow.put(UUID.fromString(outcome.taskId()), closed(computeCode, outcome));
            case UNKNOWN, REFUSED -> refused.put(UUID.fromString(outcome.taskId()), words(outcome));
        }
    }

    private static void tell(NodesToAvoid avoided, String computeCode, List<TaskOutcome> outcomes) {
        for (TaskOutcome outcome : outcomes) {
            UUID instance = UUID.fromString(outcome.taskId());
            switch (outcome.kind()) {
                case NOT_NOW -> avoided.notNow(computeCode, instance);
                case CLOSED -> {
                    // The node said so once, of all of them.
                    avoided.closed(computeCode, closed(computeCode, outcome));
                    return;
                }
                default -> avoided.decided(instance);
            }
        }
    }

    private static String closed(String computeCode, TaskOutcome outcome) {
        return "Compute " + computeCode + " starts nothing now: " + words(outcome);
    }

    /** Never none: what is shown without words would look like a run's end. */
    private static String words(TaskOutcome outcome) {
        String message = outcome.message();
        return message == null || message.isBlank() ? WORDLESS : message;
    }

    /** The same once it is written down. */
    Handover noted(RunEnding ending) {
        if (!isClean()) {
            ending.refused(computeCode, refused, notNow, lost);
        }
        return this;
    }

    private boolean isClean() {
        return refused.isEmpty() && notNow.isEmpty() && lost.isEmpty();
    }

    private static TaskStart start(Assignment assignment) {
        Wish wish = assignment.wish();
        return new TaskStart(
                wish.id().toString(),
                assignment.serviceId() == null ? null : assignment.serviceId().toString(),
                wish.algoDefCode(),
                wish.type(),
                wish.limitSeconds() == null ? null : Duration.ofSeconds(wish.limitSeconds()),
                wish.document().forNode());
    }
}
