package org.computility.jobs.rest;

import java.time.Instant;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobStatus;

/**
 * Where a job stands after it was changed.
 *
 * @param nodeCount tasks; of a service its replicas
 */
public record JobStateView(String id, JobStatus status, int nodeCount, Instant endedAt) {

    static JobStateView of(JobFacts job) {
        return new JobStateView(job.id(), job.status(), job.nodes(), job.endedAt());
    }
}
