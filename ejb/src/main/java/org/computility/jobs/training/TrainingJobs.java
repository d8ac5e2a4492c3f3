package org.computility.jobs.training;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobSearch;
import org.computility.jobs.NewJob;
import org.computility.jobs.register.JobEnding;
import org.computility.jobs.register.JobEntry;
import org.computility.jobs.register.JobRegister;
import org.computility.shared.Member;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;

/** Training jobs as their users have them (T/AI 123.8 A.8 to A.10, A.12, A.13). */
@Stateless
public class TrainingJobs {

    @EJB
    JobRules rules;

    @EJB
    JobRoom room;

    @EJB
    JobEntry entry;

    @EJB
    JobRegister register;

    @EJB
    JobEnding ending;

    @Inject
    CurrentCaller caller;

    /**
     * Creates a training job (A.8), which waits from now on.
     *
     * @throws Rejected as {@link JobRules#check} and {@link JobRoom#check} say; {@code job-name-taken}
     */
    public TrainingJobView create(NewTrainingJob wanted) {
        Caller user = caller.require(Role.ADMINISTRATOR, Role.OPERATOR, Role.PROVIDER, Role.CONSUMER);
        NewJob job = rules.check(wanted);
        room.check(job);
        return TrainingJobView.of(entry.enter(job, user));
    }

    /**
     * Training jobs that the caller may see (A.9).
     *
     * @throws Rejected {@code period-reversed}
     */
    public Page<TrainingJobView> page(JobSearch search, PageRequest page) {
        if (search.from() != null && search.before() != null && !search.from().isBefore(search.before())) {
            throw new Rejected(
                    "period-reversed", new Member("createAfter"), "{member} is not later than createBefore.");
        }
        return register.page(search, page).map(TrainingJobView::of);
    }

    /** One training job with its tasks (A.10). */
    public TrainingDetailView detail(String id) {
        return TrainingDetailView.of(register.story(id, JobKind.TRAINING));
    }

    /** Stops a training job that waits or runs (A.12). */
    public StoppedJobView stop(String id) {
        JobFacts stopped = ending.stop(id, JobKind.TRAINING);
        return new StoppedJobView(stopped.id(), stopped.status(), stopped.endedAt());
    }

    /** Deletes a training job that has ended (A.13). */
    public void delete(String id) {
        ending.delete(id, JobKind.TRAINING);
    }
}
