-- A job as its user knows it (T/AI 123.8 A.8 to A.15).
create table job (
    job_id          uuid primary key,
    version         integer not null,
    kind            varchar(8) not null check (kind in ('TRAINING', 'ONLINE')),
    name            varchar(64) not null,
    description     varchar(256) not null,
    user_id         uuid not null,
    organisation_id uuid not null,
    status          varchar(9) not null
        check (status in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'STOPPED', 'UNKNOWN')),
    reason          varchar(1000),
    spec_id         varchar(64) not null,
    -- As the spec was when the job came in.
    spec            jsonb not null,
    processor       varchar(64),
    nodes           integer not null check (nodes >= 1),
    -- Where it may run; empty: anywhere.
    center_ids      text[] not null,
    image_id        varchar(64),
    image_url       varchar(2048),
    image_location  varchar(2048),
    command         varchar(65536) not null,
    data_sets       text[] not null,
    max_seconds     integer not null check (max_seconds >= 1),
    priority        integer not null check (priority between 0 and 9),
    created_at      timestamptz not null,
    started_at      timestamptz,
    ended_at        timestamptz,
    -- Nobody sees it any more; it goes when no runtime knows it any more.
    deleted_at      timestamptz,
    -- When its start was first forecast, and for when; null: nobody could tell.
    forecast_at     timestamptz,
    forecast_start  timestamptz
);
create unique index job_name on job (user_id, name) where deleted_at is null;
create index job_of_user on job (user_id, job_id) where deleted_at is null;
create index job_of_organisation on job (organisation_id, job_id) where deleted_at is null;
create index job_created on job (created_at, job_id) where deleted_at is null;
create index job_open on job (status, job_id) where deleted_at is null and status in ('PENDING', 'RUNNING');
create index job_forecast on job (started_at desc) where forecast_start is not null and started_at is not null;
create index job_deleted on job (deleted_at) where deleted_at is not null;

-- What runs on one node.
create table job_task (
    task_id       uuid primary key,
    version       integer not null,
    job_id        uuid not null references job on delete cascade,
    number        integer not null check (number >= 0),
    status        varchar(9) not null
        check (status in ('PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'STOPPED', 'UNKNOWN')),
    attempt       integer not null,
    losses        integer not null,
    -- Of the newest attempt; null while the task waits to be placed.
    center_id     varchar(64),
    center_name   varchar(256),
    exit_status   integer,
    reason        varchar(1000),
    started_at    timestamptz,
    ended_at      timestamptz,
    unique (job_id, number)
);
create index job_task_waiting on job_task (job_id) where status = 'PENDING' and center_id is null;
create index job_task_center on job_task (center_id, job_id);

-- A task handed to a runtime, which knows it by this id and no other.
create table job_attempt (
    runtime_id    varchar(63) primary key,
    version       integer not null,
    task_id       uuid not null references job_task on delete cascade,
    job_id        uuid not null references job on delete cascade,
    number        integer not null check (number >= 1),
    center_id     varchar(64) not null,
    state         varchar(10) not null check (state in ('PLACED', 'SUBMITTING', 'QUEUED', 'RUNNING', 'COMPLETED',
        'FAILED', 'CANCELLED', 'LOST', 'REFUSED')),
    exit_status   integer,
    reason        varchar(1000),
    placement     jsonb not null,
    placed_at     timestamptz not null,
    submitted_at  timestamptz,
    started_at    timestamptz,
    ended_at      timestamptz,
    -- When the runtime last told of it; and since when it does not answer, null while it does.
    heard_at      timestamptz,
    silent_since  timestamptz,
    -- It shall end, and the runtime is told so until it says that it has.
    cancel_at     timestamptz,
    -- Its running time is told to others until then.
    told_until    timestamptz,
    -- Whoever works on it does so until then; nobody else begins before.
    claimed_until timestamptz not null,
    unique (task_id, number)
);
create index job_attempt_due on job_attempt (center_id, claimed_until)
    where state in ('PLACED', 'SUBMITTING', 'QUEUED', 'RUNNING');
create index job_attempt_of_job on job_attempt (job_id);
create index job_attempt_ended on job_attempt (ended_at) where ended_at is not null;
