package org.computility.jobs.hours;

import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** Reckons with rows of {@code job_attempt}. */
interface JobUses {

    StatelessSession session();

    /** By hour and job. What runs still has run until now. */
    @SQL("""
        select h.at, a.job_id,
            cast(sum(s.micros * cast(j.spec ->> 'cores' as bigint)) as bigint),
            cast(sum(s.micros * coalesce(cast(j.spec -> 'accelerators' ->> 'count' as bigint), 0)) as bigint)
        from job_attempt a join job j on j.job_id = a.job_id
        cross join lateral (
            select greatest(a.started_at, :from) as begun, least(coalesce(a.ended_at, :now), :to) as ended) r
        cross join lateral generate_series(
            date_trunc('hour', r.begun, 'UTC'), r.ended - interval '1 microsecond', interval '1 hour') h (at)
        cross join lateral (
            select cast(extract(epoch from least(r.ended, h.at + interval '1 hour') - greatest(r.begun, h.at)) * 1000000 as bigint)
                as micros) s
        where a.center_id = any(:centerIds) and a.started_at < :to and a.started_at < :now
          and (a.ended_at > :from or a.ended_at is null)
        group by h.at, a.job_id order by h.at, a.job_id
        """)
    List<JobUse> at(String[] centerIds, Instant from, Instant to, Instant now);
}
