-- Which centers a run of close-month is through with, so that a restart closes none twice.
create table month_closing (
    run_id    bigint not null,
    center_id integer not null references reported_center,
    outcome   varchar(10) not null check (outcome in ('CLOSED', 'UNCHANGED', 'LEFT')),
    primary key (run_id, center_id)
);

-- What jobs ran at a center in a month.
create index job_stretch_center on job_stretch (center_id, month);

-- Whether a month of some centers is charged is asked once for each of them.
create index job_meter_uncharged on job_meter (center_id) where charged_seconds < seconds or not ended;
