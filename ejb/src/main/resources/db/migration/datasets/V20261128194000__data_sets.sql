-- Contents that people uploaded (T/AI 123.8 A.6, A.7). Rows never change.
create table data_set (
    data_set_id     uuid primary key,
    owner_id        uuid not null references account,
    owner           varchar(64) not null,
    organisation_id uuid not null references organisation,
    title           varchar(128) not null,
    description     varchar(4000),
    labels          varchar(1000),
    sha256          varchar(64) not null,
    md5             varchar(32) not null,
    size            bigint not null check (size >= 0),
    uploaded_at     timestamptz not null
);
-- The same upload once more is the same data set.
create unique index data_set_same on data_set (owner_id, title, sha256);
create index data_set_content on data_set (sha256);
