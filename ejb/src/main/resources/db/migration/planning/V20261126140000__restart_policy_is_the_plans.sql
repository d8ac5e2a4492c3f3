-- RestartPolicy in an answer says what is in force, and that is the plan's AutoRestart; what a request said of it never was.
alter table task_instance drop column restart_policy;
