-- Models and applications (T/AI 123.12 A.4, A.5): what is offered, who subscribed, and what was called.
create table service_publication (
    publish_id        uuid primary key,
    version           integer not null,
    kind              varchar(11) not null check (kind in ('MODEL', 'APPLICATION')),
    publisher_id      uuid not null references account,
    publisher         varchar(64) not null,
    organisation_id   uuid not null references organisation,
    resource_id       varchar(128) not null,
    address           varchar(2048) not null,
    billing_type      varchar(20) not null,
    unit              varchar(10) not null,
    price             numeric not null check (price >= 0),
    tier_from         bigint[] not null,
    tier_price        numeric[] not null,
    free_quota        bigint not null check (free_quota >= 0),
    term_days         integer not null check (term_days > 0),
    quota             bigint check (quota > 0),
    sealed_credential bytea,
    published_at      timestamptz not null,
    withdrawn_at      timestamptz,
    constraint service_publication_tiers check (cardinality(tier_from) = cardinality(tier_price))
);
create index service_publication_resource on service_publication (kind, resource_id) where withdrawn_at is null;
create index service_publication_organisation on service_publication (organisation_id, published_at);
create index service_publication_market on service_publication (published_at) where withdrawn_at is null;

create table service_subscription (
    order_id                  uuid primary key,
    publish_id                uuid not null references service_publication,
    subscriber_id             uuid not null references account,
    subscriber                varchar(64) not null,
    organisation_id           uuid not null references organisation,
    publisher_organisation_id uuid not null references organisation,
    starts_at                 timestamptz not null,
    ends_at                   timestamptz not null,
    constraint service_subscription_term check (ends_at > starts_at)
);
create index service_subscription_subscriber on service_subscription (organisation_id, starts_at);
create index service_subscription_publisher on service_subscription (publisher_organisation_id, starts_at);
create index service_subscription_publication on service_subscription (publish_id);

-- A licence is for a trade with data, or for a subscription.
alter table licence alter column confirm_id drop not null;
alter table licence add column order_id uuid references service_subscription;
alter table licence add constraint licence_for_one_thing check (num_nonnulls(confirm_id, order_id) = 1);
create unique index licence_order on licence (order_id);

-- What the calls of an order have come to. Whoever begins or ends a call holds this row.
create table delivery_meter (
    order_id uuid primary key references service_subscription,
    calls    bigint not null,
    tokens   bigint not null
);

create table delivery_call (
    call_id     uuid primary key,
    order_id    uuid not null references service_subscription,
    outcome     varchar(8) not null check (outcome in ('RUNNING', 'ANSWERED', 'FAILED')),
    begun_at    timestamptz not null,
    waits_until timestamptz not null,
    ended_at    timestamptz,
    tokens      bigint,
    fault       varchar(60)
);
create index delivery_call_running on delivery_call (order_id) where outcome = 'RUNNING';
