-- The instance's group had room for others but not for it: it comes first in the next group of the round.
alter table task_instance add column postponed boolean not null default false;
