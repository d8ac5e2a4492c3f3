package org.computility.jobs.register;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.jobs.JobEnded;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.shared.UuidText;

/** How people end jobs, and get rid of them: users their own, operators those of their organisation, administrators all. */
@Stateless
public class JobEnding {

    /** Who may have jobs. */
    static final Set<Role> USERS = Set.of(Role.ADMINISTRATOR, Role.OPERATOR, Role.PROVIDER, Role.CONSUMER);

    @Inject
    Jobs jobs;

    @Inject
    TaskEnds tasks;

    @Inject
    CurrentCaller caller;

    @Inject
    Event<JobEnded> ended;

    @Inject
    Clock clock;

    /**
     * Stops a job (A.12). Its tasks are told to end until their centers say that they have.
     *
     * @throws org.computility.shared.NotFound {@code job-unknown}
     * @throws org.computility.shared.Conflict {@code job-ended}
     */
    public JobFacts stop(String id, JobKind kind) {
        Job job = locked(id, kind);
        end(job, "stopped by " + caller.get().username(), "stopped");
        return job.facts();
    }

    /**
     * Stops a job for a reason that is nobody's wish, such as a budget; false where it has ended already.
     */
    public boolean stop(UUID jobId, String why) {
        Job job = jobs.lock(jobId).orElse(null);
        if (job == null || job.status().isEnded()) {
            return false;
        }
        end(job, why, why);
        return true;
    }

    /**
     * Deletes a job that has ended (A.13): nobody sees it any more, its name is free, and its centers are told to forget it.
     *
     * @throws org.computility.shared.NotFound {@code job-unknown}
     * @throws org.computility.shared.Conflict {@code job-not-ended}
     */
    public void delete(String id, JobKind kind) {
        Job job = locked(id, kind);
        job.delete(clock.instant());
        jobs.session().update(job);
    }

    private void end(Job job, String why, String whyOfTasks) {
        Instant now = clock.instant();
        job.stop(why, now);
        jobs.session().update(job);
        tasks.end(job, whyOfTasks, now);
        ended.fire(job.ended());
    }

    private Job locked(String id, JobKind kind) {
        Caller user = caller.require(USERS);
        Job job = UuidText.read(id)
                .flatMap(jobs::lock)
                .filter(found -> JobRegister.isSeen(found, kind, user))
                .orElseThrow(() -> JobRegister.unknown(id));
        requireKept(job, caller);
        return job;
    }

    /** Refuses with {@code role-missing} whoever sees the job of another, and only watches. */
    static void requireKept(Job job, CurrentCaller caller) {
        if (!JobRegister.isOwn(job, caller.get())) {
            caller.require(Role.OPERATORS);
        }
    }
}
