-- A creation whose answer was lost is looked for by the name that was sent. Without it the id there is not known yet.
alter table pushed_center alter column upper_center_id drop not null;
alter table pushed_center alter column told_hash drop not null;
alter table pushed_center add column tried_name varchar(200);

-- Reports that the platform above broke over are told again, too.
create index pushed_report_told_again on pushed_report (upper_id, known_on) where outcome in ('REFUSED', 'ASIDE', 'LOST');
drop index pushed_report_again;
