package org.computility.planning.dispatch;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.compute.Accelerators;
import org.computility.connector.accelerator.TaskOutcome;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NotFound;

/** Stops tasks at one node. */
final class Recall {

    private static final Logger LOG = Logger.getLogger(Recall.class.getName());

    private Recall() {}

    /** The tasks that the node confirms as stopped; a task that the node does not have is stopped. */
    static Set<UUID> from(String computeCode, List<ActiveTask> tasks, Accelerators accelerators, NodesToAvoid avoided) {
        List<String> ids = tasks.stream().map(task -> task.id().toString()).toList();
        try {
            return accelerators.call(computeCode, connection -> connection.stopTasks(ids)).stream()
                    .filter(TaskOutcome::accepted)
                    .map(outcome -> UUID.fromString(outcome.taskId()))
                    .collect(Collectors.toSet());
        } catch (NotFound e) {
            // The node has left for good, and its tasks with it.
            return tasks.stream().map(ActiveTask::id).collect(Collectors.toSet());
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "{0} tasks not stopped: {1}", new Object[] {tasks.size(), e.getMessage()});
            avoided.add(computeCode);
            return Set.of();
        }
    }
}
