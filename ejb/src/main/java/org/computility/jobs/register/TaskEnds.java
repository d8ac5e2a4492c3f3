package org.computility.jobs.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Ends the tasks of a job that has ended, in the transaction that holds the job. */
@ApplicationScoped
class TaskEnds {

    @Inject
    JobTasks tasks;

    @Inject
    JobAttempts attempts;

    /** Tasks have ended at once; their attempts end when their centers say so. */
    void end(Job job, String why, Instant now) {
        endFrom(job, 0, why, now);
    }

    /** The same for those with the numbers from that one on: two statements, however many they are. */
    void endFrom(Job job, int first, String why, Instant now) {
        tasks.stop(job.jobId(), first, why, now);
        attempts.cancel(job.jobId(), first, why, now);
    }
}
