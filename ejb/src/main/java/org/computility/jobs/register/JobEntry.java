package org.computility.jobs.register;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.computility.identity.Caller;
import org.computility.jobs.JobCosting;
import org.computility.jobs.JobFacts;
import org.computility.jobs.NewJob;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;

/** Where jobs come in. */
@Stateless
public class JobEntry {

    private static final Member NAME = new Member("jobName");

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    @Inject
    JobCosting costing;

    @Inject
    Clock clock;

    /**
     * Enters a job with its tasks; it waits from now on.
     *
     * @throws Rejected {@code job-name-taken}
     * @throws org.computility.shared.BusinessFailure as {@link JobCosting#admit}
     */
    public JobFacts enter(NewJob wanted, Caller user) {
        Job job = Job.enter(wanted, user, clock.instant());
        UniqueKey.keep(
                () -> jobs.session().insert(job),
                () -> new Rejected(
                        "job-name-taken", NAME, "{member} " + wanted.name() + " is the name of another job of yours."));
        tasks.enter(job.jobId(), 0, wanted.nodes());
        costing.admit(job.jobId(), user.organisationId(), wanted);
        return job.facts();
    }
}
