-- Where an organisation wants its notifications, and how far the platform came with them.
create table notification_webhook (
    organisation_id uuid primary key references organisation,
    version         integer not null,
    url             varchar(2048) not null,
    algorithm       varchar(11) not null check (algorithm in ('HMAC_SM3', 'HMAC_SHA256')),
    sealed_secret   bytea not null,
    set_at          timestamptz not null,
    delivered_at    timestamptz,
    failures        integer not null check (failures >= 0),
    fault           varchar(200),
    next_try_at     timestamptz not null,
    -- Whoever sends, until when nobody else does.
    claim           uuid,
    claimed_until   timestamptz
);

-- What is to be sent, in this order; and what was given up.
create table webhook_notice (
    number          bigint generated always as identity primary key,
    organisation_id uuid not null references notification_webhook on delete cascade,
    notification_id uuid not null references notification on delete cascade,
    queued_at       timestamptz not null,
    given_up_at     timestamptz
);
create index webhook_notice_waiting on webhook_notice (organisation_id, number) where given_up_at is null;
create index webhook_notice_given_up on webhook_notice (organisation_id, given_up_at) where given_up_at is not null;
create index webhook_notice_notification on webhook_notice (notification_id);
