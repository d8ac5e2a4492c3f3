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
     * Jobs to be placed: the best of each organisation, by priority and then by their coming in, and of the others some in turn. All
     * organisations with such jobs get as many of the best, and at least one.
     *
     * @param silentSince tasks whose centers have been silent since before that moment are to be placed, too
     * @param after the others came in after that one
     * @param best so many of the best
     * @param most so many in all
     */
    @SQL("""
        with waiting as materialized (select * from jobs_to_place(:silentSince, :now)),
        ranked as (
            select job_id, row_number() over (partition by organisation_id order by priority desc, job_id) as place
            from waiting),
        best as materialized (
            select job_id from ranked
            where place <= greatest(1, cast(:best as bigint) / (select count(distinct organisation_id) from waiting))
            order by place, job_id limit :best),
        others as (
            select job_id from waiting
            where job_id > :after and job_id not in (select job_id from best)
            order by job_id limit :most)
        select job_id, false as in_turn from best
        union all (select job_id, true from others order by job_id
                   limit cast(:most as bigint) - (select count(*) from best))
        """)
    List<Candidate> candidates(Instant silentSince, Instant now, UUID after, int best, int most);

    /** A job to be placed, and whether it is so in its turn. */
    record Candidate(UUID jobId, boolean inTurn) {}

    /** Other jobs to be placed than these, by their coming in. */
    @SQL("""
        select job_id from jobs_to_place(:silentSince, :now) where not (job_id = any(:without)) order by job_id limit :most
        """)
    List<UUID> othersToPlace(UUID[] without, Instant silentSince, Instant now, int most);

    /** That job, where it is to be placed. */
    @SQL("""
        select j.job_id from job j
        where j.job_id = :jobId and j.status in ('PENDING', 'RUNNING') and j.deleted_at is null
          and not exists (select from job_attempt r
                          where r.job_id = :jobId and r.state in ('SUBMITTING', 'QUEUED', 'RUNNING')
                            and r.reclaimed_because is not null
                            and (r.silent_since is null or r.silent_since >= :silentSince))
          and (exists (select from job_task t
                       where t.job_id = :jobId and t.status = 'PENDING' and t.center_id is null
                         and (t.not_before is null or t.not_before <= :now))
            or exists (select from job_attempt a
                       where a.job_id = :jobId and a.state in ('SUBMITTING', 'QUEUED', 'RUNNING')
                         and (a.cancel_at is null or a.reclaimed_because is not null)
                         and a.silent_since < :silentSince))
        """)
    List<UUID> toPlace(UUID jobId, Instant silentSince, Instant now);

    /** So many new tasks of a job, with the numbers from that one on. */
    @SQL("""
        insert into job_task (task_id, version, job_id, number, status, attempt, losses)
        select gen_random_uuid(), 0, :jobId, number, 'PENDING', 0, 0
        from generate_series(cast(:first as integer), cast(:first as integer) + cast(:count as integer) - 1) number
        """)
    int enter(UUID jobId, int first, int count);

    /** Those of a job that have not ended, with the numbers from that one on, end with it. */
    @SQL("""
        update job_task set status = 'STOPPED', endpoint = null, serving = false, reason = left(cast(:why as text), 1000),
            ended_at = :now, version = version + 1
        where job_id = :jobId and number >= :first and status in ('PENDING', 'RUNNING')
        """)
    int stop(UUID jobId, int first, String why, Instant now);

    /** Replicas of services that run. */
    @SQL("select * from running_replicas() order by job_id, number")
    List<JobTask> replicas();

    @SQL("select * from job_task where job_id = any(:jobIds) order by job_id, number")
    List<JobTask> ofAll(UUID[] jobIds);

    default List<JobTask> ofAll(Collection<UUID> jobIds) {
        return ofAll(jobIds.toArray(new UUID[0]));
    }
}
