package org.computility.operations.declared;

import java.time.Instant;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code job_schedule}. */
interface JobSchedules {

    StatelessSession session();

    @Find
    Optional<JobSchedule> find(String jobName);

    /**
     * Writes down when a job is due next, unless the same schedule is written down already: a start that was missed
     * while no server ran stays due. Of a changed schedule nothing was missed.
     *
     * @param nextAt null: never
     */
    @SQL("""
            insert into job_schedule as s (job_name, schedule, next_at)
            values (:jobName, :schedule, cast(:nextAt as timestamptz))
            on conflict (job_name) do update set schedule = excluded.schedule, next_at = excluded.next_at
            where s.schedule <> excluded.schedule
            """)
    int declare(String jobName, String schedule, Instant nextAt);

    /**
     * Takes a job that is due. Of all servers that ask, one gets 1; the others get 0, and so does everybody while the
     * job is not due.
     */
    @SQL("""
            update job_schedule set next_at = :nextAt
            where job_name = :jobName and schedule = :schedule and next_at <= :now
            """)
    int take(String jobName, String schedule, Instant now, Instant nextAt);

    /** Lets nobody else start a run of the job until the transaction ends. */
    @SQL("select job_name from job_schedule where job_name = :jobName for update")
    Optional<String> lock(String jobName);
}
