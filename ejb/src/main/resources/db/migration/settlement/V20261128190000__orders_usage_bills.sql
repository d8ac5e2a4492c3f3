-- From usage to bills: prices, orders, what was used, what it costs, what was paid and paid out. docs/settlement.md says it in words.

create extension if not exists btree_gist;

-- What a unit costs, and from when to when. A list is that of a published thing, or of one order that has a price of its own.
create table price_version (
    id          uuid primary key,
    list        varchar(250) not null,
    currency    varchar(3)   not null,
    billing     varchar(20)  not null,
    unit        varchar(10)  not null,
    -- Where each tier but the last ends, and what a unit costs in each.
    tier_ends   bigint[]     not null,
    tier_prices numeric[]    not null,
    free_quota  bigint       not null,
    valid_from  timestamptz  not null,
    valid_to    timestamptz,
    constraint price_version_currency check (currency ~ '^[A-Z]{3}$'),
    constraint price_version_billing check (billing in ('FIXED_TERM', 'METERED')),
    constraint price_version_unit check (unit in ('CALL', 'TOKEN', 'DAY') and (billing = 'METERED' or unit = 'DAY')),
    constraint price_version_tiers check (cardinality(tier_prices) = cardinality(tier_ends) + 1),
    constraint price_version_prices check (0 <= all (tier_prices)),
    constraint price_version_free check (free_quota >= 0),
    constraint price_version_one_at_a_time exclude using gist (list with =, tstzrange(valid_from, valid_to) with &&)
);

-- Who may use what of whom, until when, and whose prices count.
create table service_order (
    id           uuid primary key,
    payer_id     uuid         not null,
    payee_id     uuid         not null,
    subject_kind varchar(20)  not null,
    subject_id   varchar(200) not null,
    currency     varchar(3)   not null,
    price_list   varchar(250) not null,
    billing      varchar(20)  not null,
    unit         varchar(10)  not null,
    starts_at    timestamptz  not null,
    ends_at      timestamptz,
    quota        bigint,
    -- Bills of earlier months are closed.
    open_period  varchar(7)   not null,
    -- Where the payee wants its money, once it has said so.
    credit_info  varchar(4000),
    fingerprint  bytea        not null,
    opened_at    timestamptz  not null,
    constraint service_order_subject check (subject_kind in ('MODEL', 'APPLICATION')),
    constraint service_order_term check (ends_at > starts_at and (billing = 'METERED' or ends_at is not null)),
    constraint service_order_quota check (quota > 0),
    constraint service_order_open_period check (open_period ~ '^[0-9]{4}-[0-9]{2}$')
);
create index service_order_payer on service_order (payer_id);
create index service_order_payee on service_order (payee_id);

-- What was used: once an event. Rating says in which bill it stands, at which price, and as how much.
create table usage_record (
    event_id    uuid primary key,
    order_id    uuid        not null references service_order,
    at          timestamptz not null,
    calls       bigint      not null,
    tokens      bigint      not null,
    received_at timestamptz not null,
    day         date        not null,
    not_before  varchar(7)  not null,
    billed_in   varchar(7),
    price_id    uuid references price_version,
    quantity    bigint,
    constraint usage_record_amounts check (calls >= 0 and tokens >= 0),
    constraint usage_record_rated check ((billed_in is null) = (price_id is null) and (billed_in is null) = (quantity is null))
);
create index usage_record_unrated on usage_record (order_id) where billed_in is null;
create index usage_record_day on usage_record (order_id, day);

-- What an order costs in a month; months are written 2026-11.
create table bill (
    id        uuid primary key default gen_random_uuid(),
    order_id  uuid        not null references service_order,
    period    varchar(7)  not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    constraint bill_once unique (order_id, period),
    constraint bill_period check (period ~ '^[0-9]{4}-[0-9]{2}$')
);
create index bill_open on bill (order_id) where closed_at is null;

-- What was used in one month at one price; of an earlier month than the bill's, where the bill corrects that one.
create table bill_line (
    order_id  uuid        not null,
    billed_in varchar(7)  not null,
    kind      varchar(10) not null,
    period    varchar(7)  not null,
    price_id  uuid        not null references price_version,
    quantity  bigint      not null,
    events    bigint      not null,
    amount    numeric     not null,
    primary key (order_id, billed_in, kind, period, price_id),
    foreign key (order_id, billed_in) references bill (order_id, period),
    constraint bill_line_kind check (kind in ('TERM', 'USAGE')),
    constraint bill_line_period check (period <= billed_in),
    constraint bill_line_amount check (amount = round(amount, 2))
);

-- What a bill asks for, as it grows; a transfer of the ledger pays it. Below zero: what comes back.
create table charge (
    id          uuid primary key,
    order_id    uuid        not null,
    billed_in   varchar(7)  not null,
    number      integer     not null,
    payer_id    uuid        not null,
    currency    varchar(3)  not null,
    amount      numeric     not null,
    made_at     timestamptz not null,
    transfer_id uuid unique references ledger_transfer,
    constraint charge_once unique (order_id, billed_in, number),
    constraint charge_amount check (amount <> 0 and amount = round(amount, 2)),
    foreign key (order_id, billed_in) references bill (order_id, period)
);
create index charge_due on charge (payer_id, currency) where transfer_id is null;

-- What was paid out of what an order earned.
create table payout (
    id          uuid primary key,
    order_id    uuid          not null references service_order,
    number      integer       not null,
    amount      numeric       not null,
    credit_info varchar(4000) not null,
    made_by     varchar(200)  not null,
    made_at     timestamptz   not null,
    transfer_id uuid          not null unique references ledger_transfer,
    constraint payout_once unique (order_id, number),
    constraint payout_amount check (amount > 0 and amount = round(amount, 2))
);

-- Unrated usage as it would be rated now. A day counts once, with its first event.
create view usage_unrated as
select u.event_id, u.order_id, p.id as price_id,
    to_char(u.day, 'YYYY-MM') as period,
    greatest(to_char(u.day, 'YYYY-MM'), u.not_before, o.open_period) as billed_in,
    case
        when o.billing = 'FIXED_TERM' or o.unit = 'CALL' then u.calls
        when o.unit = 'TOKEN' then u.tokens
        when row_number() over (partition by u.order_id, u.day order by u.at, u.event_id) = 1 and not exists (
            select from usage_record e where e.order_id = u.order_id and e.day = u.day and e.billed_in is not null) then 1
        else 0
    end as quantity
from usage_record u
join service_order o on o.id = u.order_id
join price_version p on p.list = o.price_list and tstzrange(p.valid_from, p.valid_to) @> u.at
where u.billed_in is null;

-- What was used, and how it was rated, stays so.
create function books_refuse() returns trigger language plpgsql as $$
begin
    raise exception '% is not changed', tg_table_name using errcode = 'check_violation', constraint = tg_name;
end $$;
create trigger usage_record_stays before update on usage_record for each row
    when (old.billed_in is not null or (old.event_id, old.order_id, old.at, old.calls, old.tokens, old.received_at, old.day, old.not_before)
        is distinct from (new.event_id, new.order_id, new.at, new.calls, new.tokens, new.received_at, new.day, new.not_before))
    execute function books_refuse();
create trigger usage_record_kept before delete or truncate on usage_record
    for each statement execute function books_refuse();

-- A closed bill is never changed: the next one corrects it.
create trigger bill_stays before update on bill for each row
    when (old.closed_at is not null or (old.id, old.order_id, old.period, old.opened_at)
        is distinct from (new.id, new.order_id, new.period, new.opened_at))
    execute function books_refuse();
create trigger bill_kept before delete or truncate on bill for each statement execute function books_refuse();
create trigger bill_line_kept before delete or truncate on bill_line for each statement execute function books_refuse();

create function bill_line_is_open() returns trigger language plpgsql as $$
begin
    if exists (
            select from changed c join bill b on b.order_id = c.order_id and b.period = c.billed_in
            where b.closed_at is not null) then
        raise exception 'a closed bill is not changed' using errcode = 'check_violation', constraint = 'bill_line_stays';
    end if;
    return null;
end $$;
create trigger bill_line_added after insert on bill_line referencing new table as changed
    for each statement execute function bill_line_is_open();
create trigger bill_line_changed after update on bill_line referencing new table as changed
    for each statement execute function bill_line_is_open();

create trigger charge_stays before update on charge for each row
    when (old.transfer_id is not null or (old.id, old.order_id, old.billed_in, old.number, old.payer_id, old.currency, old.amount, old.made_at)
        is distinct from (new.id, new.order_id, new.billed_in, new.number, new.payer_id, new.currency, new.amount, new.made_at))
    execute function books_refuse();
create trigger charge_kept before delete or truncate on charge for each statement execute function books_refuse();
create trigger payout_stays before update on payout for each row execute function books_refuse();
create trigger payout_kept before delete or truncate on payout for each statement execute function books_refuse();

-- A price stays as it was asked for; only its end comes with its successor.
create trigger price_version_stays before update on price_version for each row
    when (old.valid_to is not null or
        (old.id, old.list, old.currency, old.billing, old.unit, old.tier_ends, old.tier_prices, old.free_quota, old.valid_from)
        is distinct from
        (new.id, new.list, new.currency, new.billing, new.unit, new.tier_ends, new.tier_prices, new.free_quota, new.valid_from))
    execute function books_refuse();
create trigger price_version_kept before delete or truncate on price_version for each statement execute function books_refuse();
