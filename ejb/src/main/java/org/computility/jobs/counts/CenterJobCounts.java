package org.computility.jobs.counts;

import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** Counts rows of {@code job}, {@code job_task} and {@code job_attempt} by center. */
interface CenterJobCounts {

    StatelessSession session();

    @SQL("""
        select c.id,
            (select count(distinct a.job_id) from job_attempt a where a.center_id = c.id and a.state = 'RUNNING'),
            (select count(*) from (
                select a.job_id from job_attempt a
                where a.center_id = c.id and a.state in ('PLACED', 'SUBMITTING', 'QUEUED')
                union
                select j.job_id from job j
                where j.status in ('PENDING', 'RUNNING') and j.deleted_at is null
                  and j.center_ids @> array[c.id] and cardinality(j.center_ids) = 1
                  and exists (select from job_task t
                              where t.job_id = j.job_id and t.status = 'PENDING' and t.center_id is null)) waiting)
        from unnest(cast(:centerIds as text[])) as c (id)
        """)
    List<CenterJobs> of(String[] centerIds);
}
