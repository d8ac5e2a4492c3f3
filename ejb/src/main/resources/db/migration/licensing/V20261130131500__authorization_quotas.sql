-- T/BAX 0006.5 D.6: what the default authorization server of a provider told last about a capability, and when it was asked.
create table authorization_quota (
    organisation_id uuid not null references organisation on delete cascade,
    algo_def_code   varchar(256) not null,
    server          varchar(256) not null,
    asked_at        timestamptz not null,
    answered_at     timestamptz,
    quota_used      integer check (quota_used >= 0),
    quota_total     integer check (quota_total >= 0),
    failure         varchar(1024),
    primary key (organisation_id, algo_def_code)
);

-- Counted whenever streams of a licensed capability start.
create index task_instance_capability on task_instance (organisation_id, algo_def_code, compute_code)
    where state in ('STARTING', 'RUNNING', 'STOPPING');
