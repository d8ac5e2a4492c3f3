-- The events of rules that a capability is for (EventIDs in algo.yaml): a task that names an event may leave the capability out.
alter table capability add column event_ids text[] not null default '{}';
