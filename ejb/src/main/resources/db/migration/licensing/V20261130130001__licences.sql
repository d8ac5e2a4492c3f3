-- T/BAX 0006.5 annex D: where algorithms of a provider ask whether they may run.
create table authorization_server (
    number          integer generated always as identity primary key,
    lock_version    bigint not null,
    organisation_id uuid not null references organisation,
    provider        varchar(256) not null,
    server          varchar(256) not null,
    is_default      boolean not null,
    created_at      timestamptz not null
);
-- At most one default for the services of an organisation; a verb keeps it at one at least.
create unique index authorization_server_default
    on authorization_server (organisation_id, provider) where is_default;
create index authorization_server_provider on authorization_server (organisation_id, provider, number);

-- T/BAX 0006.5 annex E: the files by which algorithms run without asking. The bytes lie in the content store.
create table licence_file (
    number          integer generated always as identity primary key,
    organisation_id uuid not null references organisation,
    provider        varchar(256) not null,
    device_id       varchar(20),
    file_name       varchar(256) not null,
    sha256          varchar(64) not null,
    md5             varchar(32) not null,
    size            bigint not null check (size between 1 and 2097152),
    created_at      timestamptz not null
);
create index licence_file_provider on licence_file (organisation_id, provider, device_id, number);
create index licence_file_content on licence_file (sha256);

-- T/BAX 0006.5 table E.2: how many streams a file allows a capability; in the order in which they came.
create table licence_ability (
    licence_number integer not null references licence_file on delete cascade,
    algo_def_code  varchar(256) not null,
    quota          integer not null check (quota >= 0),
    position       integer not null,
    primary key (licence_number, algo_def_code)
);
create index licence_ability_code on licence_ability (algo_def_code);
