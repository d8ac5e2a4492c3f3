-- What an organisation is due of the network; without a row a weight of 1 and no quota.
create table queue_share (
    organisation_id    uuid primary key,
    version            integer not null,
    weight             integer not null check (weight between 1 and 1000),
    -- What is assured; null does not bind, and with three nulls there is no quota.
    quota_cores        bigint check (quota_cores >= 0),
    quota_memory_bytes bigint check (quota_memory_bytes >= 0),
    quota_accelerators bigint check (quota_accelerators >= 0),
    changed_at         timestamptz not null
);

-- Its room was borrowed, and goes back; why. Its task then waits again, and has not been lost.
alter table job_attempt add column reclaimed_because varchar(1000);
create index job_attempt_reclaimed on job_attempt (job_id) where reclaimed_because is not null;
