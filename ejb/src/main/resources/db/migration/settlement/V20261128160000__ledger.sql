-- The ledger: double entry, append only. What it promises is held here, whoever writes; docs/settlement.md says it in words.

-- Whose money, of which kind, in which currency. The platform's own accounts have no organisation.
create table ledger_account (
    id              uuid primary key,
    organisation_id uuid,
    kind            varchar(20) not null,
    currency        varchar(3)  not null,
    balance         numeric     not null,
    version         bigint      not null,
    opened_at       timestamptz not null,
    changed_at      timestamptz not null,
    constraint ledger_account_kind check (kind in ('PREPAID', 'PAYABLE', 'FEE', 'CASH')),
    constraint ledger_account_owner check ((organisation_id is null) = (kind in ('FEE', 'CASH'))),
    constraint ledger_account_currency check (currency ~ '^[A-Z]{3}$'),
    -- numeric(18, 2) would round in silence.
    constraint ledger_account_money check (balance = round(balance, 2) and abs(balance) < 1e16),
    constraint ledger_account_begins_empty check (version > 0 or balance = 0),
    constraint ledger_account_prepaid check (kind <> 'PREPAID' or balance >= 0)
) with (fillfactor = 70);
create unique index ledger_account_once on ledger_account
    (coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'), kind, currency);
create index ledger_account_organisation on ledger_account (organisation_id);

-- Money that moved, and why. The id is made by who asks, so that it is moved once.
create table ledger_transfer (
    id          uuid primary key,
    kind        varchar(20)  not null,
    subject     varchar(500) not null,
    currency    varchar(3)   not null,
    entries     integer      not null,
    fingerprint bytea        not null,
    reverses    uuid references ledger_transfer,
    at          timestamptz  not null,
    constraint ledger_transfer_entries check (entries >= 2),
    constraint ledger_transfer_reversal check ((kind = 'REVERSAL') = (reverses is not null) and reverses <> id),
    constraint ledger_transfer_reversed_once unique (reverses)
);

-- What a transfer did to one account.
create table ledger_entry (
    account_id      uuid        not null references ledger_account,
    account_version bigint      not null,
    transfer_id     uuid        not null references ledger_transfer,
    amount          numeric     not null,
    balance_after   numeric     not null,
    at              timestamptz not null,
    primary key (account_id, account_version),
    constraint ledger_entry_once unique (transfer_id, account_id),
    constraint ledger_entry_amount check (amount <> 0 and amount = round(amount, 2)),
    constraint ledger_entry_version check (account_version > 0)
);
create index ledger_entry_time on ledger_entry (account_id, at);

-- Transfers in the order in which they were committed: a transfer that is seen has a smaller number than whatever is seen later.
create table ledger_order (
    sequence    bigint primary key,
    transfer_id uuid not null unique references ledger_transfer
);
create table ledger_head (
    only_one boolean primary key default true check (only_one),
    sequence bigint not null
) with (fillfactor = 10);
insert into ledger_head (sequence) values (0);

create function ledger_refuses(fault text, broken text) returns void language plpgsql as $$
begin
    raise exception '%', fault using errcode = 'check_violation', constraint = broken;
end $$;

-- Nothing is changed, nothing is removed.
create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    perform ledger_refuses('the ledger is neither changed nor shortened: reverse the transfer', 'ledger_append_only');
    return null;
end $$;
create trigger ledger_transfer_append_only before update or delete or truncate on ledger_transfer
    for each statement execute function ledger_is_append_only();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
    for each statement execute function ledger_is_append_only();
create trigger ledger_order_append_only before update or delete or truncate on ledger_order
    for each statement execute function ledger_is_append_only();
create trigger ledger_account_stays before delete or truncate on ledger_account
    for each statement execute function ledger_is_append_only();

-- An account begins empty and stays whose it is; its balance is that of its last entry.
create function ledger_account_is_empty() returns trigger language plpgsql as $$
begin
    if new.version <> 0 then
        perform ledger_refuses('an account begins without entries', 'ledger_account_begins_empty');
    end if;
    return new;
end $$;
create trigger ledger_account_begins before insert on ledger_account
    for each row execute function ledger_account_is_empty();

create function ledger_account_follows_entries() returns trigger language plpgsql as $$
begin
    if (new.id, new.organisation_id, new.kind, new.currency, new.opened_at)
            is distinct from (old.id, old.organisation_id, old.kind, old.currency, old.opened_at) then
        perform ledger_refuses('an account stays whose it is', 'ledger_account_stays');
    end if;
    if new.version <= old.version or not exists (
            select from ledger_entry e
            where e.account_id = new.id and e.account_version = new.version and e.balance_after = new.balance) then
        perform ledger_refuses('an account has the balance of its last entry', 'ledger_account_follows_entries');
    end if;
    return new;
end $$;
create trigger ledger_account_follows before update on ledger_account
    for each row execute function ledger_account_follows_entries();

-- Each entry goes on where the one before it ended; the entries of a transfer come together and add up to nothing.
create function ledger_entries_add_up() returns trigger language plpgsql as $$
begin
    if exists (
            select from added a
            left join ledger_entry p on p.account_id = a.account_id and p.account_version = a.account_version - 1
            where a.balance_after <> coalesce(p.balance_after, 0) + a.amount
                or (p.account_id is null) <> (a.account_version = 1)
                or p.at > a.at) then
        perform ledger_refuses('an entry goes on where the one before it ended', 'ledger_entry_follows');
    end if;
    if exists (
            select from added a
            join ledger_transfer t on t.id = a.transfer_id
            join ledger_account o on o.id = a.account_id
            where t.at <> a.at or t.currency <> o.currency) then
        perform ledger_refuses('an entry has the time and the currency of its transfer', 'ledger_entry_fits');
    end if;
    if exists (
            select from (select distinct transfer_id from added) a
            join ledger_transfer t on t.id = a.transfer_id
            join ledger_entry e on e.transfer_id = t.id
            group by t.id
            having count(*) <> t.entries or sum(e.amount) <> 0) then
        perform ledger_refuses('the entries of a transfer add up to nothing', 'ledger_transfer_adds_up');
    end if;
    return null;
end $$;
create trigger ledger_entries_added after insert on ledger_entry referencing new table as added
    for each statement execute function ledger_entries_add_up();

-- At the commit: the transfer is whole, its accounts know it, and it takes its place in the order of commits. The head stays
-- locked until the commit is done, and by nothing but the commit.
create function ledger_transfer_is_whole() returns trigger language plpgsql as $$
declare
    place bigint;
begin
    if new.entries <> (select count(*) from ledger_entry e where e.transfer_id = new.id) then
        perform ledger_refuses('a transfer has its entries', 'ledger_transfer_whole');
    end if;
    if exists (
            select from ledger_entry e join ledger_account a on a.id = e.account_id
            where e.transfer_id = new.id and a.version < e.account_version) then
        perform ledger_refuses('an account has the balance of its last entry', 'ledger_account_follows_entries');
    end if;
    update ledger_head set sequence = sequence + 1 returning sequence into place;
    insert into ledger_order (sequence, transfer_id) values (place, new.id);
    return null;
end $$;
create constraint trigger ledger_transfer_whole after insert on ledger_transfer
    deferrable initially deferred for each row execute function ledger_transfer_is_whole();
