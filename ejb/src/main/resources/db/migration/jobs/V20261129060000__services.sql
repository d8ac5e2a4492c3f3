-- A job that serves (T/AI 123.8 A.15).
alter table job add column service_port integer check (service_port between 1 and 65535);
alter table job add column health_path varchar(1024);

-- A replica of a service. It is begun again when it ends, not before that moment.
alter table job_task add column not_before timestamptz;
-- How often it was begun again without having stood for a while.
alter table job_task add column restarts integer not null default 0;
-- Where the platform reaches it, and whether it answered when it was last asked.
alter table job_task add column endpoint varchar(255);
alter table job_task add column serving boolean not null default false;
create index job_task_running on job_task (job_id) where status = 'RUNNING';

-- Who has called which service how often.
create table service_call (
    job_id  uuid not null references job on delete cascade,
    user_id uuid not null,
    calls   bigint not null check (calls > 0),
    last_at timestamptz not null,
    primary key (job_id, user_id)
);
