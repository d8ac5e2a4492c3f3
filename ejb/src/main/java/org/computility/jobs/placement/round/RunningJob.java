package org.computility.jobs.placement.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.RunningTask;

/** A running job: its tasks end together. */
record RunningJob(String id, UUID organisation, Instant since, List<RunningTask> tasks) {

    private static final Comparator<RunningJob> LATEST =
            Comparator.comparing(RunningJob::since).reversed().thenComparing(RunningJob::id);

    /** Those of which no task was told to end, the latest first. */
    static List<RunningJob> of(List<RunningTask> tasks) {
        Map<String, List<RunningTask>> jobs = new LinkedHashMap<>();
        for (RunningTask task : tasks) {
            jobs.computeIfAbsent(task.jobId(), id -> new ArrayList<>()).add(task);
        }
        List<RunningJob> running = new ArrayList<>();
        jobs.forEach((id, all) -> {
            if (all.stream().noneMatch(RunningTask::stopping)) {
                running.add(of(id, all));
            }
        });
        running.sort(LATEST);
        return running;
    }

    private static RunningJob of(String id, List<RunningTask> tasks) {
        Instant since = tasks.stream()
                .map(RunningTask::startedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<RunningTask> sorted =
                tasks.stream().sorted(Comparator.comparing(RunningTask::taskId)).toList();
        return new RunningJob(id, tasks.get(0).organisationId(), since, sorted);
    }

    Amount holds() {
        return tasks.stream().map(RunningTask::holds).reduce(Amount.NONE, Amount::plus);
    }
}
