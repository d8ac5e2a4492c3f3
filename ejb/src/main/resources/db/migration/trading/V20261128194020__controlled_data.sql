-- Controlled data of a trusted data space, and the policies of its use (T/AI 123.12 A.1.3, A.3.7).
alter table data_resource
    add column controlled boolean not null default false,
    add column protocol varchar(128),
    add column is_open integer,
    add column source varchar(512),
    alter column data_type drop not null,
    alter column data_format drop not null,
    alter column data_size drop not null,
    alter column collection_time drop not null,
    alter column country drop not null,
    alter column resource_url drop not null,
    alter column ownership_confirm drop not null,
    alter column public_key drop not null,
    alter column description drop not null,
    add constraint data_resource_described check (controlled = (protocol is not null) and (controlled or (
        data_type is not null and data_format is not null and data_size is not null and collection_time is not null
        and country is not null and resource_url is not null and ownership_confirm is not null
        and public_key is not null and description is not null)));

-- The number that the tables show: controlled data has one for all.
alter table confirmation add column registration_number varchar(64);
update confirmation set registration_number = cast(registration_id as text);
alter table confirmation
    alter column registration_number set not null,
    alter column public_key drop not null;
alter table licence alter column registration_id type varchar(64) using cast(registration_id as text);
alter table trade_settlement alter column private_key drop not null;

-- What a licensee may do with controlled data. A clause without values (null) restricts nothing.
create table usage_policy (
    policy_id       uuid primary key,
    licence_id      uuid not null references licence,
    confirm_id      uuid not null references confirmation,
    organisation_id uuid not null references organisation,
    name            varchar(128) not null,
    data_id         varchar(128) not null,
    users           text[] not null,
    groups          text[] not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null check (ends_at > starts_at),
    content         varchar(64) not null,
    created_at      timestamptz not null
);
create unique index usage_policy_name on usage_policy (confirm_id, name);
create index usage_policy_licence on usage_policy (licence_id);

create table usage_scene (
    scene_id   uuid primary key,
    policy_id  uuid not null references usage_policy,
    name       varchar(64) not null,
    counts     integer check (counts > 0),
    remaining  integer check (remaining >= 0 and remaining <= counts),
    visit_area text[],
    env_hard   text[],
    env_soft   text[],
    ai_frame   text[],
    cp_center  text[],
    constraint usage_scene_counted check ((counts is null) = (remaining is null))
);
create unique index usage_scene_name on usage_scene (policy_id, name);

-- Uses that were allowed.
create table usage_use (
    use_id   uuid primary key,
    scene_id uuid not null references usage_scene,
    user_id  uuid not null,
    used_at  timestamptz not null
);
create index usage_use_scene on usage_use (scene_id, used_at);
