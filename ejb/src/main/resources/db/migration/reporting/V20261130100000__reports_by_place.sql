-- Where the center was when the report came, so that a question by place has the same answer for ever, whatever becomes of the center.
alter table report_state add column province varchar(6) references monitoring_place;
alter table report_state add column hub_id varchar(6) references monitoring_place;

-- Not a change of what was reported: of states that came before, the place is told for the first time.
alter table report_state disable trigger report_state_stays;
update report_state s set province = c.province, hub_id = c.hub_id from reported_center c where c.id = s.center_id;
alter table report_state enable trigger report_state_stays;

-- Pages in their order, and totals that read the index alone: the states of a month lie all over the table.
drop index report_state_of_month;
create index report_state_of_month on report_state (month desc, center_id, known_on) include (followed_on, organisation_id, status);
create index report_state_of_province on report_state (province, month desc, center_id, known_on)
    include (followed_on, organisation_id, status);
create index report_state_of_hub on report_state (hub_id, month desc, center_id, known_on)
    include (followed_on, organisation_id, status);
