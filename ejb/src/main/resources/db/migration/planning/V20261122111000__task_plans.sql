-- Task plans and their instances (T/BAX 0006.5 annex C).
create table task_plan (
    id               bigint generated always as identity primary key,
    organisation_id  uuid not null,
    name             varchar(256) not null,
    type             varchar(20) not null,
    mode             varchar(10) not null check (mode in ('PERIODIC', 'INSPECTIVE')),
    description      varchar(256),
    plan_day_time    text[],
    auto_restart     boolean not null,
    auto_start       boolean not null,
    status           varchar(3) not null check (status in ('ON', 'OFF')),
    created_at       timestamptz not null,
    modified_at      timestamptz not null,
    -- inspection only
    concurrency      integer check (concurrency >= 1),
    duration         integer check (duration >= 10),
    round_limit      integer check (round_limit >= 1),
    single_task_info boolean not null default false,
    -- where an inspection stands: rounds completed, the last instance done in this round, the running group's start
    round_count      integer not null default 0,
    after_number     bigint not null default 0,
    group_started_at timestamptz,
    batch_run        bigint,
    check (mode = 'PERIODIC' or (concurrency is not null and duration is not null))
);
create index task_plan_organisation on task_plan (organisation_id, id);
create index task_plan_on on task_plan (id) where status = 'ON';

create table task_instance (
    number          bigint generated always as identity primary key,
    id              uuid not null unique,
    plan_id         bigint not null references task_plan on delete cascade,
    organisation_id uuid not null,
    task_info       jsonb not null,
    restart_policy  varchar(32),
    algo_def_code   varchar(127) not null,
    device_id       varchar(64),
    priority        smallint not null check (priority between 0 and 9),
    pinned_service  uuid,
    state           varchar(8) not null
        check (state in ('PENDING', 'STARTING', 'RUNNING', 'STOPPING', 'PAUSED', 'FINISHED', 'ERROR')),
    message         text,
    -- somebody wants it to run: its plan is on, or it was started by itself
    wanted          boolean not null,
    service_id      uuid,
    compute_code    varchar(20),
    attempts        integer not null default 0,
    -- null: nobody but its inspection starts it
    retry_at        timestamptz,
    -- the run's start by the node's own clock, and that of the run before on the same node: older news is stale
    node_started_at timestamptz,
    stale_until     timestamptz,
    created_at      timestamptz not null,
    changed_at      timestamptz not null
);
create index task_instance_plan on task_instance (plan_id, number);
-- service and node stay after a run as those of the last one; only these states take up room
create index task_instance_service on task_instance (service_id) where state in ('STARTING', 'RUNNING', 'STOPPING');
create index task_instance_node on task_instance (compute_code) where state in ('STARTING', 'RUNNING', 'STOPPING');
create index task_instance_retry on task_instance (retry_at) where wanted and state in ('PENDING', 'ERROR');

create table instance_run (
    id           bigint generated always as identity primary key,
    plan_id      bigint not null references task_plan on delete cascade,
    instance_id  uuid not null,
    round        integer,
    service_id   uuid,
    compute_code varchar(20),
    started_at   timestamptz not null,
    ended_at     timestamptz,
    outcome      varchar(16),
    message      text
);
create index instance_run_plan on instance_run (plan_id, id);
create index instance_run_open on instance_run (instance_id) where ended_at is null;
