-- Calls of services (T/AI 123.8 A.15) are used, and paid where their spec has a price for them.

alter table service_order drop constraint service_order_subject;
alter table service_order add constraint service_order_subject
    check (subject_kind in ('MODEL', 'APPLICATION', 'SPEC', 'SPEC_CALLS'));

-- The calls of a service at a center that were written down in one minute, and how many of them are charged.
create table service_meter (
    id            uuid primary key,
    job_id        uuid        not null,
    center_id     varchar(64) not null,
    spec_id       varchar(64) not null,
    user_id       uuid        not null,
    payer_id      uuid        not null,
    -- Null where the center was gone before the first of them was told.
    payee_id      uuid,
    at            timestamptz not null,
    month         varchar(7)  not null,
    calls         bigint      not null,
    charged_calls bigint      not null default 0,
    -- Null where nothing is paid: the spec had no price for calls, or the center is the payer's own.
    order_id      uuid references service_order,
    unit_price    numeric     not null default 0,
    currency      varchar(3)  not null default 'CNY',
    -- Charging it has failed, and is not tried before then.
    retry_at      timestamptz,
    constraint service_meter_once unique (job_id, center_id, at),
    constraint service_meter_calls check (0 <= charged_calls and charged_calls <= calls)
) with (fillfactor = 70);
create index service_meter_due on service_meter (at) where charged_calls < calls;
create index service_meter_payer on service_meter (payer_id, month);
create index service_meter_payee on service_meter (payee_id, month);
create index service_meter_user on service_meter (user_id, month);
