-- A server that tells nothing is asked again soon, then less and less often.
alter table authorization_quota
    add column failures integer not null default 0 check (failures >= 0),
    add column ask_at timestamptz not null default now();
