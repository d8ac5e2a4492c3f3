package org.computility.jobs.online;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code service_call}, and of {@code call_writer}, which has no life of its own. */
interface ServiceCalls {

    StatelessSession session();

    @HQL("where jobId = :jobId order by calls desc, userId")
    List<ServiceCall> of(UUID jobId);

    /** Takes note of a writer's batch; 0 where it, or a later one, was kept already. */
    @SQL("""
        insert into call_writer as kept (writer_id, batch, at) values (:writer, :batch, :now)
        on conflict (writer_id) do update set batch = excluded.batch, at = excluded.at where kept.batch < excluded.batch
        """)
    int take(UUID writer, long batch, Instant now);

    /** Writers that have written nothing since then. */
    @SQL("delete from call_writer where at < :before")
    int forget(Instant before);

    /** Adds calls of a user; nothing where the job is gone. */
    @SQL("""
        insert into service_call as kept (job_id, user_id, calls, last_at)
        select j.job_id, cast(:userId as uuid), cast(:calls as bigint), cast(:now as timestamptz)
        from job j where j.job_id = :jobId
        on conflict (job_id, user_id) do update set calls = kept.calls + excluded.calls, last_at = excluded.last_at
        """)
    int add(UUID jobId, UUID userId, long calls, Instant now);
}
