-- Capabilities that look at what others found (clause 6.3 j).
create table follower_plan (
    id           bigint generated always as identity primary key,
    -- null: that plan is deleted
    plan_id      bigint unique references task_plan on delete set null,
    -- the plan in which the followers of this plan run; null: not made yet
    followers_id bigint unique references task_plan on delete set null,
    -- follow-ups that were not made because too many were open
    missed       bigint not null default 0
);

create table follow_up (
    id              uuid primary key,
    parent_day      date not null,
    parent_result   uuid not null,
    follower        varchar(127) not null,
    organisation_id uuid not null,
    -- the plan, and its instance, with whose result the chain began
    plan_id         bigint not null,
    root_instance   uuid not null,
    depth           smallint not null check (depth between 1 and 3),
    state           varchar(7) not null check (state in ('OPEN', 'DONE', 'FAILED', 'STOPPED')),
    message         varchar(1024),
    instance_id     uuid unique,
    -- the instance is there, or has still to be deleted
    planned         boolean not null default false,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    check ((state = 'OPEN') = (ended_at is null)),
    unique (parent_result, follower)
);
create index follow_up_plan on follow_up (plan_id, created_at);
create index follow_up_organisation on follow_up (organisation_id) where ended_at is null;
create index follow_up_open on follow_up (created_at, id) where ended_at is null or planned;
