-- The capabilities whose input is the crop that a result carries (Followers in algo.yaml).
alter table capability add column followers varchar(127)[] not null default '{}';
-- Asked with every delivery of results.
create index capability_followed on capability (code) where cardinality(followers) > 0;
