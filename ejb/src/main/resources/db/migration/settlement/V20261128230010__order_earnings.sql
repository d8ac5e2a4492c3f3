-- What an order has earned for its payee, and what of it was paid out: kept as it comes, so that nobody adds up the whole history
-- to know it. What an administrator reverses does not count.
-- Until the triggers are there, nobody adds to what is summed up here.
lock table charge, payout, ledger_transfer in share row exclusive mode;

create table order_earnings (
    order_id uuid primary key references service_order,
    earned   numeric not null default 0,
    paid_out numeric not null default 0,
    payouts  bigint  not null default 0
);
create index order_earnings_open on order_earnings (order_id) where earned > paid_out;

insert into order_earnings (order_id, earned)
select c.order_id, sum(e.amount) from charge c
join ledger_entry e on e.transfer_id = c.transfer_id
join ledger_account a on a.id = e.account_id and a.kind = 'PAYABLE'
where not exists (select from ledger_transfer r where r.reverses = c.transfer_id)
group by c.order_id;
insert into order_earnings as o (order_id, paid_out, payouts)
select p.order_id, coalesce(sum(p.amount) filter (where r.id is null), 0), count(*)
from payout p left join ledger_transfer r on r.reverses = p.transfer_id
group by p.order_id
on conflict (order_id) do update set paid_out = excluded.paid_out, payouts = excluded.payouts;

create function order_earns() returns trigger language plpgsql as $$
begin
    insert into order_earnings as o (order_id, earned)
    select c.order_id, sum(e.amount) from changed c
    join ledger_entry e on e.transfer_id = c.transfer_id
    join ledger_account a on a.id = e.account_id and a.kind = 'PAYABLE'
    group by c.order_id order by c.order_id
    on conflict (order_id) do update set earned = o.earned + excluded.earned;
    return null;
end $$;
-- A charge changes once: when it is paid.
create trigger charge_earns after update on charge referencing new table as changed
    for each statement execute function order_earns();

create function order_is_paid_out() returns trigger language plpgsql as $$
begin
    insert into order_earnings as o (order_id, paid_out, payouts)
    select order_id, sum(amount), count(*) from added group by order_id order by order_id
    on conflict (order_id) do update set paid_out = o.paid_out + excluded.paid_out, payouts = o.payouts + excluded.payouts;
    return null;
end $$;
create trigger payout_counts after insert on payout referencing new table as added
    for each statement execute function order_is_paid_out();

create function order_earns_no_more() returns trigger language plpgsql as $$
begin
    update order_earnings o set earned = o.earned - e.amount
    from charge c
    join ledger_entry e on e.transfer_id = c.transfer_id
    join ledger_account a on a.id = e.account_id and a.kind = 'PAYABLE'
    where c.transfer_id = new.reverses and o.order_id = c.order_id;
    update order_earnings o set paid_out = o.paid_out - p.amount
    from payout p where p.transfer_id = new.reverses and o.order_id = p.order_id;
    return null;
end $$;
create trigger ledger_transfer_reverses_earnings after insert on ledger_transfer
    for each row when (new.reverses is not null) execute function order_earns_no_more();
