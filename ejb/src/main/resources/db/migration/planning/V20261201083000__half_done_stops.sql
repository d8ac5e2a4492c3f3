-- What every server looks for each second, to finish stops that another server left half done: few rows among many that run.
create index task_instance_half_stopped on task_instance (retry_at)
    where state = 'STOPPING' or not wanted and state in ('STARTING', 'RUNNING');
