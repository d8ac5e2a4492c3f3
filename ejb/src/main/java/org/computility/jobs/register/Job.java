package org.computility.jobs.register;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.centers.SpecFacts;
import org.computility.identity.Caller;
import org.computility.jobs.JobEnded;
import org.computility.jobs.JobFacts;
import org.computility.jobs.JobKind;
import org.computility.jobs.JobService;
import org.computility.jobs.JobStatus;
import org.computility.jobs.NewJob;
import org.computility.jobs.register.columns.OrderedIds;
import org.computility.jobs.register.columns.SpecColumn;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A job as its user knows it. Its status follows from its tasks until somebody stops it. */
@Entity
@Table(name = "job")
class Job {

    private static final Member ID = new Member("id");

    @Id
    private UUID jobId;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private JobKind kind;

    private String name;
    private String description;
    private UUID userId;
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private JobStatus status;

    private String reason;

    @Column
    private String specId;

    @Convert(converter = SpecColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private SpecFacts spec;

    @Column
    private String processor;

    private int nodes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] centerIds;

    private String imageId;
    private String imageUrl;
    private String imageLocation;
    private String command;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private String[] dataSets;

    private int maxSeconds;
    private int priority;
    private Instant createdAt;
    private Instant startedAt;
    private Instant endedAt;
    private Instant deletedAt;

    private Instant forecastAt;
    private Instant forecastStart;

    private Integer servicePort;
    private String healthPath;

    protected Job() {}

    static Job enter(NewJob wanted, Caller user, Instant now) {
        Job job = new Job();
        job.jobId = OrderedIds.next(now);
        job.kind = wanted.kind();
        job.name = wanted.name();
        job.description = wanted.description();
        job.userId = user.accountId();
        job.organisationId = user.organisationId();
        job.status = JobStatus.PENDING;
        job.spec = wanted.spec();
        job.specId = wanted.spec().id();
        job.processor = wanted.spec().accelerators() == null
                ? null
                : wanted.spec().accelerators().type();
        job.nodes = wanted.nodes();
        job.centerIds = wanted.centerIds().toArray(new String[0]);
        job.imageId = wanted.imageId();
        job.imageUrl = wanted.imageUrl();
        job.imageLocation = wanted.imageLocation();
        job.command = wanted.command();
        job.dataSets = wanted.dataSets().toArray(new String[0]);
        job.maxSeconds = wanted.maxSeconds();
        job.priority = wanted.priority();
        if (wanted.service() != null) {
            job.servicePort = wanted.service().port();
            job.healthPath = wanted.service().healthPath();
        }
        job.createdAt = now;
        return job;
    }

    /** Takes the status that follows from its tasks; true when it has ended by that. */
    boolean follow(Collection<JobTask> tasks, Instant now) {
        if (status.isEnded()) {
            return false;
        }
        JobStatus next = isService() ? ServiceTasks.status(tasks) : derived(tasks);
        startedAt = Stream.concat(isService() ? Stream.ofNullable(startedAt) : Stream.empty(), began(tasks))
                .min(Instant::compareTo)
                .orElse(startedAt);
        if (next == JobStatus.PENDING || next == JobStatus.RUNNING) {
            status = next;
            reason = next == JobStatus.PENDING ? reasonOf(tasks, next) : null;
            return false;
        }
        end(next, reasonOf(tasks, next), now);
        return true;
    }

    private static Stream<Instant> began(Collection<JobTask> tasks) {
        return tasks.stream().map(JobTask::startedAt).filter(Objects::nonNull);
    }

    /** Has so many replicas from now on. */
    void scale(int replicas) {
        if (status.isEnded()) {
            throw new Conflict("job-ended", ID, "The job of {member} is " + status + " already.");
        }
        nodes = replicas;
    }

    boolean isService() {
        return servicePort != null;
    }

    /** Ends it because its user wants so (A.12). */
    void stop(String why, Instant now) {
        if (status.isEnded()) {
            throw new Conflict("job-ended", ID, "The job of {member} is " + status + " already.");
        }
        end(JobStatus.STOPPED, why, now);
    }

    /** Names that center no more; true where it named it and no other, so that it can run nowhere. */
    boolean unname(String centerId) {
        boolean was = centerIds.length > 0;
        centerIds = Stream.of(centerIds).filter(id -> !id.equals(centerId)).toArray(String[]::new);
        return was && centerIds.length == 0;
    }

    /** Ends it because it can run nowhere any more. */
    void fail(String why, Instant now) {
        end(JobStatus.FAILED, why, now);
    }

    /** Hides it for good (A.13). */
    void delete(Instant now) {
        if (!status.isEnded()) {
            throw new Conflict("job-not-ended", ID, "The job of {member} is " + status + ": stop it first.");
        }
        deletedAt = now;
    }

    /** Keeps when it was first said to start; null: nobody could tell. What is kept stays, to be compared with what came. */
    void forecast(Instant start, Instant now) {
        if (forecastAt == null) {
            forecastAt = now;
            forecastStart = start;
        }
    }

    JobEnded ended() {
        return new JobEnded(jobId, name, userId, organisationId, status, reason, endedAt);
    }

    private void end(JobStatus next, String why, Instant now) {
        status = next;
        reason = why;
        endedAt = now;
    }

    private static JobStatus derived(Collection<JobTask> tasks) {
        List<JobStatus> all = tasks.stream().map(JobTask::status).toList();
        return Stream.of(JobStatus.FAILED, JobStatus.UNKNOWN, JobStatus.STOPPED, JobStatus.RUNNING)
                .filter(all::contains)
                .findFirst()
                .orElseGet(() -> unmixed(all));
    }

    private static JobStatus unmixed(List<JobStatus> all) {
        if (!all.contains(JobStatus.PENDING)) {
            return JobStatus.SUCCEEDED;
        }
        // Some have succeeded, the others wait: it is under way.
        return all.contains(JobStatus.SUCCEEDED) ? JobStatus.RUNNING : JobStatus.PENDING;
    }

    private static String reasonOf(Collection<JobTask> tasks, JobStatus status) {
        return tasks.stream()
                .filter(task -> task.status() == status)
                .map(JobTask::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    UUID jobId() {
        return jobId;
    }

    UUID userId() {
        return userId;
    }

    UUID organisationId() {
        return organisationId;
    }

    JobStatus status() {
        return status;
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    SpecFacts spec() {
        return spec;
    }

    String[] dataSets() {
        return dataSets.clone();
    }

    boolean isForecast() {
        return forecastAt != null;
    }

    JobFacts facts() {
        return new JobFacts(
                jobId.toString(),
                kind,
                name,
                description,
                userId,
                organisationId,
                status,
                reason,
                spec,
                nodes,
                List.of(centerIds),
                imageId,
                imageUrl,
                imageLocation,
                command,
                List.of(dataSets),
                maxSeconds,
                priority,
                isService() ? new JobService(servicePort, healthPath) : null,
                createdAt,
                startedAt,
                endedAt,
                forecastAt,
                forecastStart);
    }
}
