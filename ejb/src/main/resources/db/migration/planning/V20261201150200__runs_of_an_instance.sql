-- An evaluation reads the runs of a few instances, in a time, of a plan that may have thousands of instances.
create index instance_run_instance on instance_run (instance_id, started_at);
