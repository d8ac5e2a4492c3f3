package org.computility.planning.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.compute.Accelerators;
import org.computility.connector.accelerator.TaskOutcome;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Conflict;
import org.computility.shared.NotFound;
import org.computility.shared.Together;

/**
 * What nodes answered when they were told to stop tasks. Nothing is said of tasks whose node is silent.
 *
 * @param stopped confirmed; a task that the node does not have is stopped
 * @param refused not ended yet, or not to be ended, with the node's words
 */
record Recall(Set<UUID> stopped, Map<UUID, String> refused) {

    private static final Logger LOG = Logger.getLogger(Recall.class.getName());

    /** Stops tasks at one node. */
    static Recall from(String computeCode, List<ActiveTask> tasks, Accelerators accelerators, NodesToAvoid avoided) {
        Recall recall = new Recall(new HashSet<>(), new HashMap<>());
        List<String> ids = tasks.stream().map(task -> task.id().toString()).toList();
        try {
            accelerators
                    .call(computeCode, connection -> connection.stopTasks(ids))
                    .forEach(recall::note);
        } catch (NotFound e) {
            // The node has left for good, and its tasks with it.
            tasks.forEach(task -> recall.stopped.add(task.id()));
        } catch (Conflict e) {
            tasks.forEach(task -> recall.refused.put(task.id(), e.getMessage()));
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "{0} tasks not stopped: {1}", new Object[] {tasks.size(), e.getMessage()});
            avoided.add(computeCode, e.getMessage());
        }
        return recall;
    }

    static Recall together(List<Recall> recalls) {
        Recall all = new Recall(new HashSet<>(), new HashMap<>());
        for (Recall one : recalls) {
            all.stopped.addAll(one.stopped);
            all.refused.putAll(one.refused);
        }
        return all;
    }

    /** What is known by now of these exchanges. */
    static Recall done(List<Future<Recall>> exchanges) {
        return together(
                exchanges.stream().filter(Future::isDone).map(Together::result).toList());
    }

    /** Those of the tasks that have not been confirmed as stopped. */
    Set<UUID> unconfirmed(List<ActiveTask> tasks) {
        Set<UUID> others = new HashSet<>();
        tasks.forEach(task -> others.add(task.id()));
        others.removeAll(stopped);
        return others;
    }

    private void note(TaskOutcome outcome) {
        UUID id = UUID.fromString(outcome.taskId());
        if (outcome.gone()) {
            stopped.add(id);
        } else {
            refused.put(id, outcome.message() == null ? "The node does not stop it." : outcome.message());
        }
    }
}
