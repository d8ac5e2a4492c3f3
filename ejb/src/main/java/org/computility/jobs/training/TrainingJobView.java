package org.computility.jobs.training;

import org.computility.jobs.JobFacts;
import org.computility.jobs.JobStatus;

/** A training job in short (T/AI 123.8 tables A.33, A.38). */
public record TrainingJobView(TrainingMetadataView metadata, JobStatus status) {

    static TrainingJobView of(JobFacts job) {
        return new TrainingJobView(TrainingMetadataView.of(job), job.status());
    }
}
