-- Whether the jobs of every organisation may read it.
alter table data_set add column for_all boolean not null default false;
create index data_set_organisation on data_set (organisation_id);
