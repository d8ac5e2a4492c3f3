-- Centers that were removed by force: what was left there is ended and charged; kept for a while.
create table center_removal (
    center_id  varchar(64) primary key,
    removed_at timestamptz not null
);
