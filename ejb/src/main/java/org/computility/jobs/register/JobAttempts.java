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

/** The rows of {@code job_attempt}. */
interface JobAttempts {

    StatelessSession session();

    @Find
    Optional<JobAttempt> find(String runtimeId);

    @SQL("select * from job_attempt where job_id = any(:jobIds) order by task_id, number")
    List<JobAttempt> ofAll(UUID[] jobIds);

    default List<JobAttempt> ofAll(Collection<UUID> jobIds) {
        return ofAll(jobIds.toArray(new UUID[0]));
    }

    /** All of a job, locked until the transaction ends; the job is locked before. */
    @SQL("select * from job_attempt where job_id = :jobId order by runtime_id for no key update")
    List<JobAttempt> lockOf(UUID jobId);

    /** The same for several jobs; others who lock attempts of several jobs do so in this order, too. */
    @SQL("select * from job_attempt where job_id = any(:jobIds) order by runtime_id for no key update")
    List<JobAttempt> lockOfAll(UUID[] jobIds);

    /**
     * Attempts of a job's tasks with the numbers from that one on shall end, as {@link JobAttempt#cancel} has it; the job is locked
     * before.
     */
    @SQL("""
        with theirs as (
            select a.runtime_id from job_attempt a
            where a.job_id = :jobId and a.state in ('PLACED', 'SUBMITTING', 'QUEUED', 'RUNNING')
              and (a.state = 'PLACED' or a.cancel_at is null)
              and a.task_id in (select t.task_id from job_task t where t.job_id = :jobId and t.number >= :first)
            order by a.runtime_id for no key update),
        changed as (
            update job_attempt a set
                state = case when a.state = 'PLACED' then 'CANCELLED' else a.state end,
                reason = case when a.state = 'PLACED' then left(cast(:why as text), 1000) else a.reason end,
                ended_at = case when a.state = 'PLACED' then cast(:now as timestamptz) else a.ended_at end,
                cancel_at = case when a.state = 'PLACED' then a.cancel_at else cast(:now as timestamptz) end,
                claimed_until = case when a.state in ('PLACED', 'SUBMITTING') then a.claimed_until
                    else cast(:now as timestamptz) end,
                version = version + 1
            from theirs where a.runtime_id = theirs.runtime_id
            returning a.runtime_id)
        select cast(count(*) as integer) from changed
        """)
    int cancel(UUID jobId, int first, String why, Instant now);

    /** Centers where something is due to be handed over. */
    @SQL("""
        select distinct center_id from job_attempt
        where state in ('PLACED', 'SUBMITTING') and cancel_at is null and claimed_until <= :now
        """)
    List<String> centersToSubmitTo(Instant now);

    /** Claims some that are to be handed over to that center, until then. */
    @SQL("""
        with due as (
            select runtime_id from job_attempt
            where center_id = :centerId and state in ('PLACED', 'SUBMITTING') and cancel_at is null
              and claimed_until <= :now
            order by claimed_until limit :most for update skip locked),
        claimed as (
            update job_attempt a set state = 'SUBMITTING', claimed_until = :until, version = version + 1
            from due where a.runtime_id = due.runtime_id
            returning a.*)
        select * from claimed
        """)
    List<JobAttempt> claimToSubmit(String centerId, Instant now, Instant until, int most);

    /** The center has taken them. */
    @SQL("""
        with theirs as (
            select runtime_id from job_attempt
            where runtime_id = any(:runtimeIds) and state = 'SUBMITTING'
            order by runtime_id for no key update),
        changed as (
            update job_attempt a set state = 'QUEUED', submitted_at = :now, heard_at = :now, silent_since = null,
                claimed_until = :now, version = version + 1
            from theirs where a.runtime_id = theirs.runtime_id
            returning a.runtime_id)
        select cast(count(*) as integer) from changed
        """)
    int submitted(String[] runtimeIds, Instant now);

    /** Centers that are due to be asked. */
    @SQL("""
        select distinct center_id from job_attempt
        where (state in ('QUEUED', 'RUNNING') or state = 'SUBMITTING' and cancel_at is not null)
          and claimed_until <= :now
        """)
    List<String> centersToAsk(Instant now);

    /** Claims some that this center is to be asked for, until then. */
    @SQL("""
        with due as (
            select runtime_id from job_attempt
            where center_id = :centerId
              and (state in ('QUEUED', 'RUNNING') or state = 'SUBMITTING' and cancel_at is not null)
              and claimed_until <= :now
            order by claimed_until limit :most for update skip locked),
        claimed as (
            update job_attempt a set claimed_until = :until, version = version + 1
            from due where a.runtime_id = due.runtime_id
            returning a.*)
        select * from claimed
        """)
    List<JobAttempt> claimToAsk(String centerId, Instant now, Instant until, int most);

    /** What is still claimed as it was written then, and has not ended, lasts until then; what somebody changes just now is left out. */
    @SQL("""
        with theirs as (
            select runtime_id from job_attempt
            where runtime_id = any(:runtimeIds) and claimed_until = any(:claims) and claimed_until > :now
            order by runtime_id for no key update skip locked),
        changed as (
            update job_attempt a set claimed_until = :until, version = version + 1
            from theirs where a.runtime_id = theirs.runtime_id
            returning a.runtime_id)
        select cast(count(*) as integer) from changed
        """)
    int prolong(String[] runtimeIds, Instant[] claims, Instant now, Instant until);

    /** Their center answers; those still claimed as it was written then are due again then. */
    @SQL("""
        with theirs as (
            select runtime_id from job_attempt
            where runtime_id = any(:runtimeIds) and claimed_until = any(:claims)
            order by runtime_id for no key update),
        changed as (
            update job_attempt a set heard_at = :now, silent_since = null, claimed_until = :again,
                version = version + 1
            from theirs where a.runtime_id = theirs.runtime_id
            returning a.runtime_id)
        select cast(count(*) as integer) from changed
        """)
    int heard(String[] runtimeIds, Instant[] claims, Instant now, Instant again);

    /** Their center does not answer; nobody asks again before then for those still claimed as it was written then. */
    @SQL("""
        with theirs as (
            select runtime_id from job_attempt
            where runtime_id = any(:runtimeIds) and claimed_until = any(:claims)
              and state in ('SUBMITTING', 'QUEUED', 'RUNNING')
            order by runtime_id for no key update),
        changed as (
            update job_attempt a set silent_since = coalesce(a.silent_since, :now), claimed_until = :again,
                version = version + 1
            from theirs where a.runtime_id = theirs.runtime_id
            returning a.runtime_id)
        select cast(count(*) as integer) from changed
        """)
    int silent(String[] runtimeIds, Instant[] claims, Instant now, Instant again);

    /** Those that run on and whose time was not told since before that moment, locked until the transaction ends. */
    @SQL("""
        select * from job_attempt
        where runtime_id = any(:runtimeIds) and state = 'RUNNING' and cancel_at is null and started_at is not null
          and coalesce(told_until, started_at) < :before
        for no key update skip locked
        """)
    List<JobAttempt> lockUntold(String[] runtimeIds, Instant before);

    /** Claims ended attempts of deleted jobs, until then. */
    @SQL("""
        with due as (
            select a.runtime_id from job_attempt a join job j on j.job_id = a.job_id
            where j.deleted_at is not null and a.claimed_until <= :now
              and a.state in ('COMPLETED', 'FAILED', 'CANCELLED', 'LOST', 'REFUSED')
            order by a.claimed_until limit :most for update of a skip locked),
        claimed as (
            update job_attempt a set claimed_until = :until, version = version + 1
            from due where a.runtime_id = due.runtime_id
            returning a.*)
        select * from claimed
        """)
    List<JobAttempt> claimToForget(Instant now, Instant until, int most);

    /** Centers where something was left behind that shall end. */
    @SQL("select distinct center_id from job_attempt where left_behind and claimed_until <= :now")
    List<String> centersLeftBehind(Instant now);

    /** Claims some that were left behind at that center, until then. */
    @SQL("""
        with due as (
            select runtime_id from job_attempt
            where center_id = :centerId and left_behind and claimed_until <= :now
            order by claimed_until limit :most for update skip locked),
        claimed as (
            update job_attempt a set claimed_until = :until, version = version + 1
            from due where a.runtime_id = due.runtime_id
            returning a.*)
        select * from claimed
        """)
    List<JobAttempt> claimLeftBehind(String centerId, Instant now, Instant until, int most);

    /** They run there no more. */
    @SQL("""
        with theirs as (
            select runtime_id from job_attempt where runtime_id = any(:runtimeIds)
            order by runtime_id for no key update),
        changed as (
            update job_attempt a set left_behind = false, version = version + 1
            from theirs where a.runtime_id = theirs.runtime_id
            returning a.runtime_id)
        select cast(count(*) as integer) from changed
        """)
    int foundEnded(String[] runtimeIds);

    @SQL("delete from job_attempt where runtime_id = any(:runtimeIds)")
    int remove(String[] runtimeIds);

    /** What has run and ended since that moment. */
    @HQL("where endedAt >= :since and startedAt is not null order by runtimeId")
    List<JobAttempt> endedSince(Instant since);

    /** Live attempts, which occupy their centers. */
    @HQL("where state in ('PLACED', 'SUBMITTING', 'QUEUED', 'RUNNING') order by runtimeId")
    List<JobAttempt> live();
}
