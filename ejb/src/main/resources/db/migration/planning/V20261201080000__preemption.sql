-- YIELDED: an instance of higher priority took its place; it is wanted and resumes by itself.
do $$
declare
    allowed text;
begin
    select pg_get_constraintdef(oid) into allowed from pg_constraint
    where conrelid = 'task_instance'::regclass and conname = 'task_instance_state_check';
    alter table task_instance drop constraint task_instance_state_check;
    execute 'alter table task_instance add constraint task_instance_state_check '
        || replace(allowed, 'ARRAY[', 'ARRAY[''YIELDED''::character varying, ');
end $$;

-- for whom it gave way at last, or is being stopped
alter table task_instance add preempted_by uuid;
create index task_instance_preempted_by on task_instance (preempted_by) where preempted_by is not null;
create index task_instance_yielded on task_instance (priority desc, number) where wanted and state = 'YIELDED';

-- Who runs at a service, the lowest priority first: below the priority of whoever wants a place is nobody, as a rule.
drop index task_instance_service;
create index task_instance_service on task_instance (service_id, priority)
    where state in ('STARTING', 'RUNNING', 'STOPPING');

drop index task_instance_retry;
create index task_instance_retry on task_instance (retry_at) where wanted and state in ('PENDING', 'ERROR', 'YIELDED');
