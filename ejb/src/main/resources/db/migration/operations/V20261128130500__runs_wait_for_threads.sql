-- A run that the batch engine has no free thread for is PENDING, with the reason in exit_message.
ALTER TABLE job_run
    DROP CONSTRAINT job_run_status_check,
    DROP CONSTRAINT job_run_check,
    ADD CONSTRAINT job_run_status_check CHECK (status IN
        ('PENDING', 'STARTING', 'STARTED', 'STOPPING', 'STOPPED', 'FAILED', 'COMPLETED', 'ABANDONED')),
    ADD CONSTRAINT job_run_check CHECK
        ((status IN ('PENDING', 'STARTING', 'STARTED', 'STOPPING')) = (lease_until IS NOT NULL));
