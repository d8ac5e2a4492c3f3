-- Usage finds its price by its order's list first. By the time first, as the planner chose for the ranges of
-- price_version_one_at_a_time, each event was compared with the prices of all orders that there are.
create index price_version_list on price_version (list, valid_from);

create or replace view usage_unrated as
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
join price_version p on p.list = o.price_list and p.valid_from <= u.at and (p.valid_to is null or u.at < p.valid_to)
where u.billed_in is null;
