-- The best of each organisation's queue, and everything that waits in turn, without a look at what has ended.
create index job_queue on job (organisation_id, priority desc, job_id)
    where deleted_at is null and status in ('PENDING', 'RUNNING');
create index job_queue_turn on job (job_id) where deleted_at is null and status in ('PENDING', 'RUNNING');
-- Jobs that name a center, while they have not ended.
create index job_naming on job using gin (center_ids) where deleted_at is null and status in ('PENDING', 'RUNNING');
