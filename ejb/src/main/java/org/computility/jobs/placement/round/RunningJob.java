package org.computility.jobs.placement.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.RunningTask;

/**
 * A running job: its tasks end together.
 *
 * @param holds all of them together
 * @param rooms what they hold where, as far as it is known
 */
record RunningJob(
        String id,
        UUID organisation,
        Instant since,
        List<RunningTask> tasks,
        Amount holds,
        Map<NodeRoom, Amount> rooms) {

    private static final Comparator<RunningJob> LATEST =
            Comparator.comparing(RunningJob::since).reversed().thenComparing(RunningJob::id);

    /** Those of which no task was told to end, the latest first. */
    static List<RunningJob> of(List<RunningTask> tasks, Network network) {
        Map<String, List<RunningTask>> jobs = new LinkedHashMap<>();
        for (RunningTask task : tasks) {
            jobs.computeIfAbsent(task.jobId(), id -> new ArrayList<>()).add(task);
        }
        List<RunningJob> running = new ArrayList<>();
        jobs.forEach((id, all) -> {
            if (all.stream().noneMatch(RunningTask::stopping)) {
                running.add(of(id, all, network));
            }
        });
        running.sort(LATEST);
        return running;
    }

    private static RunningJob of(String id, List<RunningTask> tasks, Network network) {
        Instant since = tasks.stream()
                .map(RunningTask::startedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<RunningTask> sorted =
                tasks.stream().sorted(Comparator.comparing(RunningTask::taskId)).toList();
        Map<NodeRoom, Amount> rooms = new LinkedHashMap<>();
        Amount holds = Amount.NONE;
        for (RunningTask task : sorted) {
            holds = holds.plus(task.holds());
            NodeRoom node = network.nodeOf(task);
            if (node != null) {
                rooms.merge(node, task.holds(), Amount::plus);
            }
        }
        return new RunningJob(id, tasks.get(0).organisationId(), since, sorted, holds, rooms);
    }

    /** What all of them hold where. */
    static Map<NodeRoom, Amount> rooms(List<RunningJob> jobs) {
        if (jobs.size() == 1) {
            return jobs.get(0).rooms;
        }
        Map<NodeRoom, Amount> all = new HashMap<>();
        jobs.forEach(job -> job.rooms.forEach((node, room) -> all.merge(node, room, Amount::plus)));
        return all;
    }
}
