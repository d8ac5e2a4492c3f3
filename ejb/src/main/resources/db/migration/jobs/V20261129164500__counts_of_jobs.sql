-- All jobs, and those of a state, are counted in the index alone: a hundredth of the table.
create index job_counts on job (kind, status) where deleted_at is null;
