package org.computility.jobs.training;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import org.computility.jobs.JobStatus;
import org.computility.shared.StandardTime;

/** A training job that was stopped (T/AI 123.8 table A.51). */
public record StoppedJobView(
        String id,
        JobStatus status,
        @JsonbTypeAdapter(StandardTime.Seconds.class) Instant stoppedTime) {}
