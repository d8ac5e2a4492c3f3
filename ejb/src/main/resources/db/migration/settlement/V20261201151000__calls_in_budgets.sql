-- What calls of a service have cost of its budget: looked at every five seconds, however many minutes it has served.
alter table job_budget add column calls_amount numeric not null default 0;
update job_budget b set calls_amount = s.amount
    from (select job_id, sum(charged_calls * unit_price) as amount from service_meter where order_id is not null group by job_id) s
    where s.job_id = b.job_id;
drop index service_meter_paid;
-- The key is made of these three, and is enough: where a table has two unique keys, of two who insert the same row at once one fails by
-- the key that is not named in "on conflict".
alter table service_meter drop constraint service_meter_once;
create index service_meter_job on service_meter (job_id, at);
