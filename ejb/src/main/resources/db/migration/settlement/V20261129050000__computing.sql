-- What jobs cost (T/AI 123.8 clause 7.1): specs have prices by the second, running tasks have meters.

alter table price_version drop constraint price_version_unit;
alter table price_version add constraint price_version_unit
    check (unit in ('CALL', 'TOKEN', 'DAY', 'SECOND') and (billing = 'METERED' or unit = 'DAY'));

alter table service_order drop constraint service_order_subject;
alter table service_order add constraint service_order_subject check (subject_kind in ('MODEL', 'APPLICATION', 'SPEC'));

create or replace view usage_unrated as
select u.event_id, u.order_id, p.id as price_id,
    to_char(u.day, 'YYYY-MM') as period,
    greatest(to_char(u.day, 'YYYY-MM'), u.not_before, o.open_period) as billed_in,
    case
        when o.billing = 'FIXED_TERM' or o.unit in ('CALL', 'SECOND') then u.calls
        when o.unit = 'TOKEN' then u.tokens
        when row_number() over (partition by u.order_id, u.day order by u.at, u.event_id) = 1 and not exists (
            select from usage_record e where e.order_id = u.order_id and e.day = u.day and e.billed_in is not null) then 1
        else 0
    end as quantity
from usage_record u
join service_order o on o.id = u.order_id
join price_version p on p.list = o.price_list and p.valid_from <= u.at and (p.valid_to is null or u.at < p.valid_to)
where u.billed_in is null;

-- How long each attempt of a task has run, and how much of that is charged. Seconds are counted from its start; a begun one
-- does not count.
create table job_meter (
    id              varchar(50) primary key,
    task_id         uuid        not null,
    attempt         integer     not null,
    job_id          uuid        not null,
    center_id       varchar(64) not null,
    spec_id         varchar(64) not null,
    nodes           integer     not null,
    user_id         uuid        not null,
    payer_id        uuid        not null,
    -- Null where the center was gone before its first second was told.
    payee_id        uuid,
    started_at      timestamptz not null,
    seconds         bigint      not null,
    charged_seconds bigint      not null default 0,
    -- What the charged seconds cost, not rounded.
    charged_amount  numeric     not null default 0,
    ended           boolean     not null,
    -- Charging it has failed, and is not tried before then.
    retry_at        timestamptz,
    constraint job_meter_once unique (task_id, attempt),
    constraint job_meter_seconds check (0 <= charged_seconds and charged_seconds <= seconds),
    constraint job_meter_nodes check (nodes > 0)
) with (fillfactor = 70);
create index job_meter_due on job_meter (started_at) where charged_seconds < seconds;
create index job_meter_running on job_meter (job_id) where not ended;
create index job_meter_job on job_meter (job_id);
create index job_meter_payer on job_meter (payer_id) where not ended;

-- Seconds that were charged, at one price, in one month: what a bill for jobs is made of. It never changes.
create table job_stretch (
    id         uuid primary key,
    meter_id   varchar(50) not null references job_meter,
    job_id     uuid        not null,
    center_id  varchar(64) not null,
    spec_id    varchar(64) not null,
    user_id    uuid        not null,
    payer_id   uuid        not null,
    payee_id   uuid,
    first      bigint      not null,
    seconds    bigint      not null,
    nodes      integer     not null,
    at         timestamptz not null,
    month      varchar(7)  not null,
    -- Null where nothing is paid: the spec had no price, or the center is the payer's own.
    order_id   uuid references service_order,
    unit_price numeric     not null,
    currency   varchar(3)  not null,
    constraint job_stretch_once unique (meter_id, first),
    constraint job_stretch_seconds check (first >= 0 and seconds > 0),
    constraint job_stretch_overlap exclude using gist
        (meter_id with =, int8range(first, first + seconds) with &&)
);
create index job_stretch_job on job_stretch (job_id);
create index job_stretch_payer on job_stretch (payer_id, month);
create index job_stretch_payee on job_stretch (payee_id, month);
create index job_stretch_user on job_stretch (user_id, month);
create trigger job_stretch_stays before update on job_stretch for each row execute function books_refuse();
create trigger job_stretch_kept before delete or truncate on job_stretch for each statement execute function books_refuse();

-- What a job may cost, where its user has said so.
create table job_budget (
    job_id   uuid primary key,
    amount   numeric    not null,
    currency varchar(3) not null,
    constraint job_budget_amount check (amount > 0 and amount = round(amount, 2))
);
