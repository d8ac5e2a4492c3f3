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
     * What jobs to be placed have in common: a task waits for a center, or its center has been silent since before that moment. A job
     * whose room is taken back waits again only when the last of its tasks has ended.
     */
    String WAITS = """
        (j.status in ('PENDING', 'RUNNING') and j.deleted_at is null
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
                         and a.silent_since < :silentSince)))
        """;

    /** Organisations with jobs that have not ended, each found in one step through the index. */
    @SQL("""
        with recursive queue(organisation_id) as (
            (select organisation_id from job
             where status in ('PENDING', 'RUNNING') and deleted_at is null order by organisation_id limit 1)
            union all
            select (select j.organisation_id from job j
                    where j.status in ('PENDING', 'RUNNING') and j.deleted_at is null
                      and j.organisation_id > queue.organisation_id
                    order by j.organisation_id limit 1)
            from queue where queue.organisation_id is not null)
        select organisation_id from queue where organisation_id is not null
        """)
    List<UUID> organisationsWithJobs();

    /** Of each of these organisations the best jobs to be placed, by priority and then by their coming in. */
    @SQL("select best.job_id from unnest(:organisationIds) its(organisation_id) cross join lateral (select j.job_id"
            + " from job j where j.organisation_id = its.organisation_id and "
            + WAITS
            + " order by j.priority desc, j.job_id limit :each) best limit :most")
    List<UUID> best(UUID[] organisationIds, Instant silentSince, Instant now, int each, int most);

    /** Other jobs to be placed than these, by their coming in, after that one. */
    @SQL("select j.job_id from job j where j.job_id > :after and not (j.job_id = any(:without)) and "
            + WAITS
            + " order by j.job_id limit :most")
    List<UUID> inTurn(UUID after, UUID[] without, Instant silentSince, Instant now, int most);

    /** That job, where it is to be placed. */
    @SQL("select j.job_id from job j where j.job_id = :jobId and " + WAITS)
    List<UUID> toPlace(UUID jobId, Instant silentSince, Instant now);

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
