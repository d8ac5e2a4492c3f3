package org.computility.observation;

import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/**
 * Counts of rows of all rooms. They are asked for again and again: most read a small table, or an index that holds only what is
 * counted; those of instances and jobs read all. States that may be empty are named, so that a count of zero is told.
 */
interface Tallies {

    StatelessSession session();

    /** Statements of this transaction are given up after so many milliseconds. */
    @SQL("select set_config('statement_timeout', :milliseconds, true)")
    String limit(String milliseconds);

    /** What there is to run something, and when it was last heard. */
    @SQL("""
            with node as (
                select count(*) filter (where online) up, count(*) filter (where not online) down,
                       extract(epoch from max(last_seen_at)) heard
                from compute_node),
            place as (
                select count(*) filter (where connected) up, count(*) filter (where not connected) down,
                       extract(epoch from max(probed_at)) heard
                from center)
            select 'NODES', 'online', '', cast(up as float8) from node
            union all select 'NODES', 'offline', '', down from node
            union all select 'CENTERS', 'connected', '', up from place
            union all select 'CENTERS', 'disconnected', '', down from place
            union all select 'HEARD', 'compute', '', heard from node where heard is not null
            union all select 'HEARD', 'center', '', heard from place where heard is not null
            union all
            select 'SERVICES', lower(s.state), '', count(a.id)
            from unnest(array['UNSPECIFIED', 'INIT', 'RUNNING', 'OVERLOAD', 'ERROR']) s (state)
                left join algorithm_service a on a.status = s.state
            group by s.state
            """)
    List<Tally> places();

    /** What runs and what waits. */
    @SQL("""
            with task as (
                select case when not_before > now() then 'postponed' else 'placement' end reason, count(*) waiting
                from job_task where status = 'PENDING' and center_id is null
                group by 1
                union all
                select case when silent_since is not null then 'center_silent'
                            when state = 'QUEUED' then 'center_queue' else 'submission' end, count(*)
                from job_attempt where state in ('PLACED', 'SUBMITTING', 'QUEUED')
                group by 1)
            select 'INSTANCES', lower(s.state), '', cast(coalesce(i.number, 0) as float8)
            from unnest(array['PENDING', 'STARTING', 'RUNNING', 'STOPPING', 'PAUSED', 'YIELDED', 'FINISHED', 'ERROR']) s (state)
                left join (select state, count(*) number from task_instance group by state) i on i.state = s.state
            union all
            select 'JOBS', lower(k.kind), lower(s.state), coalesce(j.number, 0)
            from unnest(array['TRAINING', 'ONLINE']) k (kind)
                cross join unnest(array['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'STOPPED', 'UNKNOWN']) s (state)
                left join (select kind, status, count(*) number from job where deleted_at is null group by kind, status) j
                    on j.kind = k.kind and j.status = s.state
            union all
            select 'WAITING', r.reason, '', coalesce(t.waiting, 0)
            from unnest(array['placement', 'postponed', 'submission', 'center_queue', 'center_silent']) r (reason)
                left join task t on t.reason = r.reason
            """)
    List<Tally> work();

    /** What is to be sent or was given up, what the clock started, and who is connected. */
    @SQL("""
            with upper as (
                select u.id, (select coalesce(max(known_on), 0) from pushed_report where upper_id = u.id) told
                from upper_platform u where u.in_use)
            select 'RUNS', s.job_name, '',
                cast((select count(*) from job_run r where r.job_name = s.job_name
                    and r.status in ('PENDING', 'STARTING', 'STARTED', 'STOPPING')) as float8)
            from job_schedule s
            union all
            select 'FAILING', s.job_name, '',
                (select cast(r.status = 'FAILED' as int) from job_run r where r.job_name = s.job_name
                 order by r.created_at desc, r.id desc limit 1)
            from job_schedule s where exists (select from job_run r where r.job_name = s.job_name)
            union all
            select 'NOTICES', 'waiting', '', count(*) from webhook_notice where given_up_at is null
            union all
            select 'NOTICES', 'given_up', '', count(*) from webhook_notice where given_up_at is not null
            union all
            select 'UPWARD', 'waiting', '',
                (select count(*) from upper u join report_state s on s.known_on > u.told
                 where s.followed_on is null and s.status = 'ACCEPTED' and not exists (
                     select from report_outranked o where o.known_on = s.known_on and o.until_point is null))
            union all
            select 'UPWARD', 'refused', '',
                (select count(*) from upper u join pushed_report p on p.upper_id = u.id and p.outcome in ('REFUSED', 'ASIDE', 'LOST')
                     join report_state s on s.known_on = p.known_on and s.followed_on is null and s.status = 'ACCEPTED')
            union all
            select 'UNSETTLED', '', '',
                (select coalesce(sum(skipped), 0) from settle_tally where run_id = (select max(run_id) from settle_tally))
            union all
            select 'CONNECTIONS', coalesce(state, 'unknown'), '', count(*) from pg_stat_activity
            where datname = current_database() group by state
            """)
    List<Tally> traffic();
}
