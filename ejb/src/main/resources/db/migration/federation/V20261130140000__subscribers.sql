-- TC609 clauses 5.4 and 5.5: who gets monitoring data on a timetable, and how far it has been told.
create table report_subscriber (
    name          varchar(64) primary key,
    version       integer not null,
    layer         varchar(10) not null,
    url           varchar(2048) not null,
    algorithm     varchar(11) not null,
    sealed_secret bytea not null,
    timetable     varchar(200) not null,
    provinces     varchar(6)[] not null,
    load          boolean not null,
    known_on      bigint not null,
    delivered_at  timestamptz,
    set_by        varchar(64) not null,
    set_at        timestamptz not null,
    failures      integer not null,
    fault         varchar(200),
    next_try_at   timestamptz not null,
    claim         uuid,
    claimed_until timestamptz
);
create index report_subscriber_due on report_subscriber (next_try_at);

-- An organisation asks what became known of its own centers since a point.
create index report_state_news on report_state (organisation_id, known_on);
