-- Attempts that were given up when their centers were removed: should such a center be there again, it is told to end them.
alter table job_attempt add column left_behind boolean not null default false;
create index job_attempt_left_behind on job_attempt (center_id, claimed_until) where left_behind;

-- What waits, and what has to be decided, is found from the few rows that are so, and not from the jobs.
drop index job_task_waiting;
create index job_task_waiting on job_task (job_id) include (not_before) where status = 'PENDING' and center_id is null;
create index job_attempt_silent on job_attempt (job_id)
    where silent_since is not null and state in ('SUBMITTING', 'QUEUED', 'RUNNING');
drop index job_attempt_reclaimed;
create index job_attempt_taken_back on job_attempt (job_id)
    where reclaimed_because is not null and state in ('SUBMITTING', 'QUEUED', 'RUNNING');
-- Open jobs with all that their order needs.
drop index job_queue;
drop index job_queue_turn;
create index job_queue on job (job_id) include (organisation_id, priority)
    where deleted_at is null and status in ('PENDING', 'RUNNING');
-- Services that have not ended.
create index job_serving on job (job_id) where kind = 'ONLINE' and status in ('PENDING', 'RUNNING');
drop index job_task_running;
create index job_task_running on job_task (job_id, number) where status = 'RUNNING';

-- Jobs to be placed: a task waits for a center, or its center has been silent since before that moment. One whose room is taken back waits
-- again only when the last of its tasks has ended. Never by a look at whole tables: right after many jobs came in, or ended, the statistics
-- tell of a state that is no more, and a look at a million ended tasks each second seems cheap. What the planner takes for much is not
-- worth compiling, either.
create function jobs_to_place(silent timestamptz, moment timestamptz)
    returns table (job_id uuid, organisation_id uuid, priority integer)
    language sql stable rows 1000
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
    select j.job_id, j.organisation_id, j.priority
    from (select t.job_id from job_task t
          where t.status = 'PENDING' and t.center_id is null and (t.not_before is null or t.not_before <= moment)
          union
          select a.job_id from job_attempt a
          where a.state in ('SUBMITTING', 'QUEUED', 'RUNNING') and a.silent_since < silent
            and (a.cancel_at is null or a.reclaimed_because is not null)) due
    join job j on j.job_id = due.job_id
    where j.status in ('PENDING', 'RUNNING') and j.deleted_at is null
      and not exists (select from job_attempt r
                      where r.job_id = j.job_id and r.state in ('SUBMITTING', 'QUEUED', 'RUNNING')
                        and r.reclaimed_because is not null
                        and (r.silent_since is null or r.silent_since >= silent))
$$;

-- Replicas of services that run.
create function running_replicas() returns setof job_task language sql stable rows 100
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
    select t.* from job j join job_task t on t.job_id = j.job_id
    where j.kind = 'ONLINE' and j.status in ('PENDING', 'RUNNING') and t.status = 'RUNNING'
$$;

-- Most rows change a few times within minutes and then never again.
alter table job set (autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05);
alter table job_task set (autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05);
alter table job_attempt set (autovacuum_analyze_scale_factor = 0.02, autovacuum_vacuum_scale_factor = 0.05);

-- What was read long ago may lie there no more.
create index data_set_at_center_read on data_set_at_center (read_at);
