-- Algorithm services (T/BAX 0006.5 F.5 to F.8): what is, or is being, loaded on which node.
create table algorithm_service (
    id              uuid primary key,
    organisation_id uuid not null,
    compute_code    varchar(20) not null,
    package_id      varchar(40) not null,
    status          varchar(12) not null
        check (status in ('UNSPECIFIED', 'INIT', 'RUNNING', 'OVERLOAD', 'ERROR')),
    message         text,
    env             jsonb not null,
    license_file    varchar(256),
    replicas        integer not null check (replicas >= 1),
    slots           integer not null check (slots >= 1),
    algo_def_codes  text[] not null,
    created_at      timestamptz not null,
    changed_at      timestamptz not null
);
create index algorithm_service_node on algorithm_service (compute_code, created_at);
create index algorithm_service_package on algorithm_service (package_id);
create index algorithm_service_capability on algorithm_service using gin (algo_def_codes);
