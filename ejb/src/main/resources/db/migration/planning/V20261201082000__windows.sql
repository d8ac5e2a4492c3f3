-- when the plan's windows open or close it next; null: never, or it is an inspection
alter table task_plan add column next_change_at timestamptz;
create index task_plan_due on task_plan (next_change_at) where next_change_at is not null;

-- somebody wants it to run, but its plan is closed by its windows: never wanted at the same time
alter table task_instance add column held boolean not null default false check (not (held and wanted));

-- what ran all day until now follows its windows
update task_plan set next_change_at = now() where mode = 'PERIODIC' and cardinality(plan_day_time) > 0;
