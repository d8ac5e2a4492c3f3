package org.computility.jobs.training;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import org.computility.jobs.JobFacts;
import org.computility.shared.StandardTime;

/**
 * Who made which training job when (T/AI 123.8 tables A.34, A.39, A.43).
 *
 * @param desc empty: none
 * @param userId the id of the account
 */
public record TrainingMetadataView(
        String id,
        String name,
        String desc,
        @JsonbTypeAdapter(StandardTime.Seconds.class) Instant createTime,
        String userId) {

    static TrainingMetadataView of(JobFacts job) {
        return new TrainingMetadataView(
                job.id(),
                job.name(),
                job.description(),
                job.createdAt(),
                job.userId().toString());
    }
}
