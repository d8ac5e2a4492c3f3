package org.computility.settlement.computing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code job_meter}. */
interface JobMeters {

    StatelessSession session();

    /** One row, or none where the meter is not there. What was told before is never taken back. */
    @SQL("""
            update job_meter set seconds = greatest(seconds, :seconds), ended = ended or :ended where id = :id
            """)
    int ran(String id, long seconds, boolean ended);

    /** Whoever comes at the same time is waited for. */
    @SQL("""
            insert into job_meter (id, task_id, attempt, job_id, center_id, spec_id, nodes, user_id, payer_id, payee_id,
                started_at, seconds, ended)
            values (:id, :task, :attempt, :job, :center, :spec, :nodes, :user, :payer, :payee, :startedAt, :seconds, :ended)
            on conflict (id) do update
            set seconds = greatest(job_meter.seconds, excluded.seconds), ended = job_meter.ended or excluded.ended
            """)
    int begin(
            String id,
            UUID task,
            int attempt,
            UUID job,
            String center,
            String spec,
            int nodes,
            UUID user,
            UUID payer,
            UUID payee,
            Instant startedAt,
            long seconds,
            boolean ended);

    /** Some that are to be charged, the earliest first. */
    @SQL("""
            select id from job_meter
            where charged_seconds < seconds and (ended or seconds - charged_seconds >= :interval)
                and (retry_at is null or retry_at <= :now)
            order by started_at limit :most
            """)
    List<String> due(long interval, Instant now, int most);

    /** Locked until the transaction ends; none where another server has it. */
    @SQL("select * from job_meter where id = :id for no key update skip locked")
    Optional<JobMeter> lock(String id);
}
