-- When the clock starts each declared job next. Whoever starts a run of the job, by the clock or by hand, locks its row.
create table job_schedule (
    job_name text primary key,
    schedule text not null,
    next_at  timestamptz
);
