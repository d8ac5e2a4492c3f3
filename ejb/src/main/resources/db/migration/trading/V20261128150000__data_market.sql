-- The market for data resources (T/AI 123.12 A.1 to A.3): what is offered, what is wanted, and what was bound together.
create table data_resource (
    registration_id   uuid primary key,
    version           integer not null,
    owner_id          uuid not null references account,
    owner             varchar(64) not null,
    organisation_id   uuid not null references organisation,
    data_id           varchar(128) not null,
    key_words         text[] not null,
    description       varchar(4000) not null,
    data_type         varchar(64) not null,
    data_format       varchar(64) not null,
    data_size         numeric not null check (data_size >= 0),
    data_category     text[] not null,
    collection_time   timestamptz not null,
    country           varchar(64) not null,
    provider_url      varchar(2048),
    resource_url      varchar(2048) not null,
    ownership_confirm varchar(2048) not null,
    public_key        text not null,
    subscribable      boolean not null,
    state             varchar(10) not null check (state in ('REGISTERED', 'PUBLISHED', 'REVOKED')),
    free              boolean,
    price             numeric(14, 2) check (price >= 0),
    currency          varchar(3) not null,
    registered_at     timestamptz not null,
    changed_at        timestamptz not null,
    constraint data_resource_priced check ((state = 'REGISTERED') = (price is null) and (free is null) = (price is null))
);
-- A data resource has one registration.
create unique index data_resource_data on data_resource (data_id);
create index data_resource_organisation on data_resource (organisation_id, registered_at);

create table data_demand (
    demand_id       uuid primary key,
    version         integer not null,
    demander_id     uuid not null references account,
    demander        varchar(64) not null,
    organisation_id uuid not null references organisation,
    data_category   text[] not null,
    key_words       text[] not null,
    description     varchar(4000),
    data_type       varchar(64) not null,
    subscribable    boolean not null,
    state           varchar(10) not null
        check (state in ('REGISTERED', 'PUBLISHED', 'CONFIRMED', 'SETTLED', 'DELIVERED', 'REVOKED')),
    registered_at   timestamptz not null,
    changed_at      timestamptz not null
);
create index data_demand_organisation on data_demand (organisation_id, registered_at);

-- A demand bound to a resource, with the terms of that moment. The key lets one of many who try win.
create table confirmation (
    confirm_id               uuid primary key,
    version                  integer not null,
    demand_id                uuid not null references data_demand,
    registration_id          uuid not null references data_resource,
    data_id                  varchar(128) not null,
    resource_url             varchar(2048) not null,
    public_key               text not null,
    owner                    varchar(64) not null,
    owner_organisation_id    uuid not null,
    demander_id              uuid not null references account,
    demander                 varchar(64) not null,
    demander_organisation_id uuid not null,
    price                    numeric(14, 2) not null check (price >= 0),
    currency                 varchar(3) not null,
    settled_at               timestamptz,
    confirmed_at             timestamptz not null
);
create unique index confirmation_demand on confirmation (demand_id);
create index confirmation_open on confirmation (registration_id) where settled_at is null;
