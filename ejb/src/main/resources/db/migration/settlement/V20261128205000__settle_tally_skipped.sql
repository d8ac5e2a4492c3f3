-- Orders that a run of settle-orders could not work on, and left.
alter table settle_tally add column skipped bigint not null default 0;
