-- Results of task instances (clause 6.2.1 c), one partition a day of their time (UTC).
create table result_source (
    instance_id     uuid primary key,
    instance_number bigint not null,
    plan_id         bigint not null,
    organisation_id uuid not null
);
create index result_source_plan on result_source (plan_id);
create index result_source_number on result_source (instance_number);

create table task_result (
    day             date not null,
    id              uuid not null,
    instance_id     uuid not null,
    plan_id         bigint not null,
    organisation_id uuid not null,
    compute_code    varchar(20) not null,
    algo_def_code   varchar(127) not null,
    device_id       varchar(64),
    event_id        varchar(256),
    sequence        bigint not null,
    time            timestamptz not null,
    media_time      double precision,
    data            jsonb not null,
    image_type      varchar(32),
    image_width     integer,
    image_height    integer,
    image           bytea,
    received_at     timestamptz not null,
    primary key (day, id)
) partition by range (day);
create index task_result_plan on task_result (plan_id, time);
create index task_result_instance on task_result (instance_id, time);
create index task_result_time on task_result (time);
alter table task_result alter column image set storage external;
