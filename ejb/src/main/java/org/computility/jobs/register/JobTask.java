package org.computility.jobs.register;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.computility.jobs.JobStatus;
import org.computility.jobs.TaskFacts;

/** What a job runs on one node. */
@Entity
@Table(name = "job_task")
class JobTask {

    /** A replica that has run so long is begun again at once. */
    private static final Duration LONG = Duration.ofMinutes(5);

    /** The longest pause is 256 s. */
    private static final int DOUBLINGS = 8;

    @Id
    private UUID taskId;

    @Version
    private int version;

    @Column
    private UUID jobId;

    private int number;

    @Enumerated(EnumType.STRING)
    private JobStatus status;

    private int attempt;
    private int losses;
    private String centerId;
    private String centerName;
    private Integer exitStatus;
    private String reason;
    private Instant startedAt;
    private Instant endedAt;
    private Instant notBefore;
    private int restarts;
    private String endpoint;
    private boolean serving;

    protected JobTask() {}

    /** The next attempt begins, at that center; its number. */
    int begin(String atCenter, String nameOfCenter) {
        centerId = atCenter;
        centerName = nameOfCenter;
        status = JobStatus.PENDING;
        startedAt = null;
        close();
        return ++attempt;
    }

    /** Takes over what became of its newest attempt. */
    void follow(JobAttempt newest, long mostLosses, Instant now) {
        reason = newest.reason();
        exitStatus = newest.exitStatus();
        startedAt = newest.startedAt();
        if (newest.isTakenBack()) {
            waitAgain(newest);
            return;
        }
        switch (newest.state()) {
            case RUNNING -> status = JobStatus.RUNNING;
            case COMPLETED -> end(JobStatus.SUCCEEDED, newest, now);
            case FAILED -> end(JobStatus.FAILED, newest, now);
            case CANCELLED -> end(JobStatus.STOPPED, newest, now);
            case LOST -> lose(JobStatus.UNKNOWN, mostLosses, newest, now);
            case REFUSED -> lose(JobStatus.FAILED, mostLosses, newest, now);
            default -> status = JobStatus.PENDING;
        }
    }

    /** The same for a replica of a service: what has ended is begun again, after a pause. */
    void followService(JobAttempt newest, long mostLosses, Instant now) {
        switch (newest.state()) {
            case COMPLETED, FAILED, CANCELLED, LOST -> restart(newest, now);
            default -> follow(newest, mostLosses, now);
        }
    }

    private void restart(JobAttempt ended, Instant now) {
        exitStatus = ended.exitStatus();
        reason = ended.reason() == null ? "ended by itself" : ended.reason();
        boolean stood = ended.startedAt() != null
                && Duration.between(ended.startedAt(), now).compareTo(LONG) >= 0;
        restarts = stood ? 1 : restarts + 1;
        Duration pause = Duration.ofSeconds(1L << Math.min(restarts - 1, DOUBLINGS));
        notBefore = now.plus(pause);
        waitAnew();
    }

    /** Whether it, a replica, answers there. */
    void seen(String where, boolean answers) {
        endpoint = where;
        serving = answers;
    }

    private void close() {
        endpoint = null;
        serving = false;
    }

    /** What its newest attempt held was taken back; this is no loss. */
    void waitAgain(JobAttempt newest) {
        reason = newest.reason();
        waitAnew();
    }

    private void lose(JobStatus atLast, long mostLosses, JobAttempt newest, Instant now) {
        losses++;
        if (losses >= mostLosses) {
            end(atLast, newest, now);
        } else {
            waitAnew();
        }
    }

    private void waitAnew() {
        status = JobStatus.PENDING;
        centerId = null;
        centerName = null;
        startedAt = null;
        close();
    }

    private void end(JobStatus next, JobAttempt newest, Instant now) {
        status = next;
        close();
        endedAt = newest.endedAt() == null ? now : newest.endedAt();
    }

    /** Whether nothing of it is on its way to a center. */
    boolean isWaiting() {
        return status == JobStatus.PENDING && centerId == null;
    }

    /** Whether it waits no longer for its pause to end. */
    boolean isDue(Instant now) {
        return notBefore == null || !notBefore.isAfter(now);
    }

    boolean isServing() {
        return serving;
    }

    int number() {
        return number;
    }

    boolean isNewest(JobAttempt one) {
        return one.number() == attempt;
    }

    UUID taskId() {
        return taskId;
    }

    UUID jobId() {
        return jobId;
    }

    JobStatus status() {
        return status;
    }

    int attempt() {
        return attempt;
    }

    String reason() {
        return reason;
    }

    Instant startedAt() {
        return startedAt;
    }

    TaskFacts facts() {
        return new TaskFacts(
                taskId,
                jobId,
                number,
                status,
                attempt,
                centerId,
                centerName,
                exitStatus,
                reason,
                endpoint,
                serving,
                startedAt,
                endedAt);
    }
}
