package org.computility.jobs.training;

import org.computility.jobs.JobFacts;
import org.computility.jobs.TaskFacts;

/**
 * A task of a training job (T/AI 123.8 table A.44).
 *
 * @param centerId absent while the task waits for a center
 * @param centerName absent while the task waits for a center
 * @param imageId absent where imageUrl is there
 * @param imageUrl absent where imageId is there
 */
public record TrainingTaskView(
        String centerId,
        String centerName,
        String imageId,
        String imageUrl,
        String taskId,
        String command,
        String specId,
        String specName,
        SpecInfoView specInfo) {

    static TrainingTaskView of(JobFacts job, TaskFacts task) {
        return new TrainingTaskView(
                task.centerId(),
                task.centerName(),
                job.imageId(),
                job.imageUrl(),
                task.taskId().toString(),
                job.command(),
                job.spec().id(),
                job.spec().name(),
                SpecInfoView.of(job.spec()));
    }
}
