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
        for (JobTask task : tasks.of(job.jobId())) {
            if (!task.status().isEnded()) {
                task.stop(why, now);
                tasks.session().update(task);
            }
        }
        for (JobAttempt attempt : attempts.lockOf(job.jobId())) {
            if (!attempt.state().isFinal()) {
                attempt.cancel(why, now);
                attempts.session().update(attempt);
            }
        }
    }
}
