-- Every two seconds each server prolongs the leases of all its runs. With the lease in an index, each of these updates wrote an entry into
-- each index of the table: 12,000 every two seconds for 2,000 inspections, and whoever showed a run's progress waited for them. Without, and
-- with room on its page, such an update touches no index. Who looks for active runs asks for their states, which seldom change.
DROP INDEX job_run_lease;
CREATE INDEX job_run_active ON job_run (job_name) WHERE status IN ('PENDING', 'STARTING', 'STARTED', 'STOPPING');
ALTER TABLE job_run SET (fillfactor = 50);
