package org.computility.jobs.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import org.computility.jobs.TaskRan;

/** Tells others how long attempts have run, and keeps until when it has told, in one transaction. */
@ApplicationScoped
class RunningTime {

    private static final int NODES = 1;

    @Inject
    Event<TaskRan> ran;

    /** Tells what there is to tell of an attempt until that moment; whoever calls writes the attempt. */
    void tell(Job job, JobAttempt attempt, Instant most) {
        Instant until = attempt.tell(most);
        if (until != null) {
            ran.fire(new TaskRan(
                    attempt.taskId(),
                    attempt.jobId(),
                    attempt.number(),
                    attempt.centerId(),
                    job.spec().id(),
                    NODES,
                    job.userId(),
                    job.organisationId(),
                    attempt.startedAt(),
                    until,
                    attempt.state().isFinal()));
        }
    }
}
