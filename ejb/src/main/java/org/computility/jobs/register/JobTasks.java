package org.computility.jobs.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code job_task}. */
interface JobTasks {

    StatelessSession session();

    @Find
    Optional<JobTask> find(UUID taskId);

    @HQL("where jobId = :jobId order by number")
    List<JobTask> of(UUID jobId);

    /**
     * Jobs with a task that waits for a center, or whose center has been silent since before that moment; the oldest first.
     * A job whose room is taken back waits again only when the last of its tasks has ended.
     */
    @SQL("""
            select j.job_id from job j
            where j.status in ('PENDING', 'RUNNING') and j.deleted_at is null
              and not exists (select from job_attempt a
                              where a.job_id = j.job_id and a.state in ('SUBMITTING', 'QUEUED', 'RUNNING')
                                and a.reclaimed_because is not null
                                and (a.silent_since is null or a.silent_since >= :silentSince))
              and (exists (select from job_task t
                           where t.job_id = j.job_id and t.status = 'PENDING' and t.center_id is null
                             and (t.not_before is null or t.not_before <= :now))
                or exists (select from job_attempt a
                           where a.job_id = j.job_id and a.state in ('SUBMITTING', 'QUEUED', 'RUNNING')
                             and (a.cancel_at is null or a.reclaimed_because is not null)
                             and a.silent_since < :silentSince))
            order by j.job_id limit :most
            """)
    List<UUID> jobsToPlace(Instant silentSince, Instant now, int most);

    /** Replicas of services that run. */
    @HQL("""
        where status = 'RUNNING'
          and jobId in (select j.jobId from Job j where j.kind = 'ONLINE' and j.status in ('PENDING', 'RUNNING'))
        order by jobId, number
        """)
    List<JobTask> replicas();

    @SQL("select * from job_task where job_id = any(:jobIds) order by job_id, number")
    List<JobTask> ofAll(UUID[] jobIds);

    default List<JobTask> ofAll(Collection<UUID> jobIds) {
        return ofAll(jobIds.toArray(new UUID[0]));
    }
}
