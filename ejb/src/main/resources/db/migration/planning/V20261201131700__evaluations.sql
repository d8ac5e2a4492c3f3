-- Algorithms as they were assessed (T/BAX 0006.5 clause 6.4). A row never changes.
create table evaluation (
    id                uuid primary key,
    organisation_id   uuid not null,
    name              varchar(256) not null,
    -- only results whose data name this type were judged; null: all
    type              varchar(64),
    -- the truth is told by seconds since the beginning of a file
    by_media          boolean not null,
    results_from      timestamptz,
    results_to        timestamptz,
    tolerance_seconds double precision not null check (tolerance_seconds >= 0),
    -- null: the truth has no boxes
    tolerance_overlap double precision check (tolerance_overlap between 0 and 1),
    events            integer not null check (events >= 1),
    candidates        jsonb not null,
    made_by           varchar(64) not null,
    made_at           timestamptz not null
);
create index evaluation_organisation on evaluation (organisation_id, made_at desc);
