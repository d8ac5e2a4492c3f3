-- AI computing centers (T/AI 123.8 A.2): where their runtimes are, and what the last probe saw.
create table center (
    id              varchar(64) primary key,
    version         integer not null,
    name            varchar(128) not null,
    province        varchar(64),
    city            varchar(64),
    description     varchar(4000),
    operator_id     uuid not null references organisation,
    location        varchar(2048) not null,
    username        varchar(128),
    sealed_password bytea,
    created_at      timestamptz not null,
    -- Written by probes alone.
    connected       boolean not null,
    reason          varchar(500),
    tried_at        timestamptz,
    probed_at       timestamptz,
    due_at          timestamptz not null,
    processor_type  varchar(500) not null,
    capacity        jsonb
);
create index center_due on center (due_at);

-- Resource specs (A.3): what one node gives to a task. What a spec gives never changes.
create table resource_spec (
    id                     varchar(64) primary key,
    version                integer not null,
    name                   varchar(128) not null,
    architecture           varchar(32) not null,
    cores                  integer not null check (cores > 0),
    memory_bytes           bigint not null check (memory_bytes > 0),
    processor_type         varchar(32),
    processor_product      varchar(128),
    processor_count        integer not null,
    processor_memory_bytes bigint not null,
    created_at             timestamptz not null
);

-- Images (A.5): what a job finds as its programs. Empty where nothing is said.
create table center_image (
    id               varchar(64) primary key,
    version          integer not null,
    name             varchar(128) not null,
    description      varchar(4000) not null,
    center_id        varchar(64) references center on delete cascade,
    location         varchar(2048) not null,
    command          varchar(4000) not null,
    arch             varchar(32) not null,
    processor        varchar(32) not null,
    operation_system varchar(128) not null,
    framework        varchar(128) not null,
    create_time      timestamptz not null,
    installed_lib    varchar(256)[] not null
);
create index center_image_center on center_image (center_id);
