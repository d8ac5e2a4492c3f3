package org.computility.jobs.training;

import java.util.List;
import org.computility.jobs.JobStatus;
import org.computility.jobs.JobStory;

/** A training job with its tasks (T/AI 123.8 table A.42). */
public record TrainingDetailView(TrainingMetadataView metadata, JobStatus status, List<TrainingTaskView> tasks) {

    public TrainingDetailView {
        tasks = List.copyOf(tasks);
    }

    static TrainingDetailView of(JobStory story) {
        return new TrainingDetailView(
                TrainingMetadataView.of(story.job()),
                story.job().status(),
                story.tasks().stream()
                        .map(task -> TrainingTaskView.of(story.job(), task))
                        .toList());
    }
}
