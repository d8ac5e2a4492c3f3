-- When waiting instances were said to start, to be compared with when they did.
create table instance_forecast (
    id             bigint generated always as identity primary key,
    instance_id    uuid not null references task_instance (id) on delete cascade,
    made_at        timestamptz not null,
    forecast_start timestamptz not null,
    -- null while it waits
    started_at     timestamptz
);
create unique index instance_forecast_open on instance_forecast (instance_id) where started_at is null;
create index instance_forecast_of_instance on instance_forecast (instance_id);
create index instance_forecast_last on instance_forecast (started_at desc) where started_at is not null;
