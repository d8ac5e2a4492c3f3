package org.computility.jobs.register;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.centers.CenterDirectory;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.jobs.AttemptFacts;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobSearch;
import org.computility.jobs.JobStory;
import org.computility.jobs.TaskFacts;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.UuidText;

/**
 * What a caller may see of jobs: users their own in their organisation, watchers (operators, auditors) all those of their
 * organisation, administrators all. What a caller may not see does not exist for it.
 */
@Stateless
public class JobRegister {

    private static final Member ID = new Member("id");
    private static final Member TASK_ID = new Member("taskId");
    private static final Member CENTER_ID = new Member("centerId");

    @Inject
    Jobs jobs;

    @Inject
    JobTasks tasks;

    @Inject
    JobAttempts attempts;

    @EJB
    CenterDirectory centers;

    @Inject
    CurrentCaller caller;

    /**
     * A page of what was looked for.
     *
     * @throws NotFound {@code center-unknown} where no center, now or before, is the one looked for
     */
    public Page<JobFacts> page(JobSearch search, PageRequest page) {
        Caller reader = caller.require(Role.READERS);
        UUID user = reader.isOneOf(Role.WATCHERS) ? null : reader.accountId();
        Page<JobFacts> found = jobs.page(user, reader.scope(), search, page).map(Job::facts);
        // Jobs of a center that was removed are found, too.
        if (found.total() == 0
                && search.centerId() != null
                && centers.center(search.centerId()).isEmpty()) {
            throw new NotFound("center-unknown", CENTER_ID, "{member} " + search.centerId() + " names no center.");
        }
        return found;
    }

    /** The same with their tasks and attempts: two statements more, however many they are. */
    public Page<JobStory> stories(JobSearch search, PageRequest page) {
        Page<JobFacts> found = page(search, page);
        List<UUID> ids =
                found.content().stream().map(job -> UUID.fromString(job.id())).toList();
        if (ids.isEmpty()) {
            return found.map(job -> new JobStory(job, List.of(), List.of()));
        }
        Map<UUID, List<TaskFacts>> theirTasks =
                tasks.ofAll(ids).stream().map(JobTask::facts).collect(Collectors.groupingBy(TaskFacts::jobId));
        Map<UUID, List<AttemptFacts>> theirAttempts =
                attempts.ofAll(ids).stream().map(JobAttempt::facts).collect(Collectors.groupingBy(AttemptFacts::jobId));
        return found.map(job -> {
            UUID id = UUID.fromString(job.id());
            return new JobStory(job, theirTasks.getOrDefault(id, List.of()), theirAttempts.getOrDefault(id, List.of()));
        });
    }

    /**
     * One job with its tasks and attempts.
     *
     * @param kind null: of any kind
     * @throws NotFound {@code job-unknown}
     */
    public JobStory story(String id, JobKind kind) {
        Job job = seen(id, kind);
        List<UUID> only = List.of(job.jobId());
        return new JobStory(
                job.facts(),
                tasks.ofAll(only).stream().map(JobTask::facts).toList(),
                attempts.ofAll(only).stream().map(JobAttempt::facts).toList());
    }

    /**
     * One task of a job.
     *
     * @param kind null: of any kind
     * @throws NotFound {@code job-unknown}, {@code job-task-unknown}
     */
    public TaskFacts task(String id, String taskId, JobKind kind) {
        Job job = seen(id, kind);
        return UuidText.read(taskId)
                .flatMap(tasks::find)
                .map(JobTask::facts)
                .filter(task -> task.jobId().equals(job.jobId()))
                .orElseThrow(() -> new NotFound(
                        "job-task-unknown", TASK_ID, "{member} " + taskId + " names no task of this job."));
    }

    private Job seen(String id, JobKind kind) {
        Caller reader = caller.require(Role.READERS);
        return UuidText.read(id)
                .flatMap(jobs::find)
                .filter(job -> isSeen(job, kind, reader))
                .orElseThrow(() -> unknown(id));
    }

    static boolean isSeen(Job job, JobKind kind, Caller reader) {
        boolean theirs = isOwn(job, reader) || (reader.isOneOf(Role.WATCHERS) && reader.sees(job.organisationId()));
        return theirs && !job.isDeleted() && (kind == null || job.facts().kind() == kind);
    }

    /** Whoever has changed its organisation has left its jobs behind. */
    static boolean isOwn(Job job, Caller user) {
        return user.accountId().equals(job.userId()) && job.organisationId().equals(user.organisationId());
    }

    static NotFound unknown(String id) {
        return new NotFound("job-unknown", ID, "{member} " + id + " names no job.");
    }
}
