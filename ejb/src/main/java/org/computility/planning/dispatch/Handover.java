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
 * @param lost the node did not answer: the task may or may not run there
 */
record Handover(Map<UUID, String> refused, Map<UUID, String> lost) {

    private static final Logger LOG = Logger.getLogger(Handover.class.getName());

    /** Hands tasks to one node in one exchange. */
    static Handover to(String computeCode, List<Assignment> tasks, Accelerators accelerators, NodesToAvoid avoided) {
        Map<UUID, String> refused = new HashMap<>();
        Map<UUID, String> lost = new HashMap<>();
        try {
            List<TaskStart> starts = tasks.stream().map(Handover::start).toList();
            for (TaskOutcome outcome : accelerators.call(computeCode, connection -> connection.startTasks(starts))) {
                if (!outcome.accepted()) {
                    refused.put(UUID.fromString(outcome.taskId()), outcome.message());
                }
            }
        } catch (Conflict e) {
            tasks.forEach(task -> refused.put(task.wish().id(), e.getMessage()));
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "{0} tasks not started: {1}", new Object[] {tasks.size(), e.getMessage()});
            avoided.add(computeCode);
            tasks.forEach(task -> lost.put(task.wish().id(), e.getMessage()));
        }
        return new Handover(refused, lost);
    }

    static Handover together(List<Handover> handovers) {
        Handover all = new Handover(new HashMap<>(), new HashMap<>());
        for (Handover one : handovers) {
            all.refused.putAll(one.refused);
            all.lost.putAll(one.lost);
        }
        return all;
    }

    boolean isClean() {
        return refused.isEmpty() && lost.isEmpty();
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
