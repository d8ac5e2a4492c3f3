-- What the months of a center came to.
create index service_meter_center on service_meter (center_id, month);
-- Every five seconds: what the paid calls of a service have cost, and in which currency.
create index service_meter_paid on service_meter (job_id) include (currency, charged_calls, unit_price)
    where order_id is not null;
