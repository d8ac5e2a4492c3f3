-- Lists of instances: of an organisation and by state, by what they look at and with what, in every order that may be asked for. A page is
-- found without a look at what lies before it in another order, and totals are counted in an index alone.
create index task_instance_of_organisation on task_instance (organisation_id, number, state);
create index task_instance_state on task_instance (state, number);
create index task_instance_priority on task_instance (priority, number);
create index task_instance_created on task_instance (created_at, number);
create index task_instance_device on task_instance (device_id, number);
create index task_instance_algorithm on task_instance (algo_def_code, number);

-- Lists of plans in the order of their names, or of their last change.
create index task_plan_name on task_plan (name);
create index task_plan_modified on task_plan (modified_at);
