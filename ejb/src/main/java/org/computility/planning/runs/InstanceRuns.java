package org.computility.planning.runs;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.SelectionQuery;

/** The rows of {@code instance_run}. */
interface InstanceRuns {

    StatelessSession session();

    @HQL("where planId = :planId order by id")
    SelectionQuery<InstanceRun> of(long planId);

    @HQL("select count(*) from InstanceRun where planId = :planId")
    long total(long planId);

    /** Runs that lie in that time at least in part, counted by where they were and how they ended; only seconds within it count. */
    @SQL("""
            select instance_id, service_id, compute_code, outcome, count(*),
                cast(sum(greatest(0, extract(epoch from
                    least(coalesce(ended_at, :now), :to) - greatest(started_at, :from)))) as double precision)
            from instance_run
            where plan_id = any(:plans) and instance_id = any(:instances)
              and started_at < :to and coalesce(ended_at, :now) >= :from
            group by instance_id, service_id, compute_code, outcome
            """)
    List<RunCount> counted(Long[] plans, UUID[] instances, Instant from, Instant to, Instant now);
}
