-- Results of an instance that looks at the crop of another result name that result.
alter table result_source add column parent_result uuid;
alter table task_result add column parent_result uuid;
create index task_result_parent on task_result (parent_result) where parent_result is not null;
