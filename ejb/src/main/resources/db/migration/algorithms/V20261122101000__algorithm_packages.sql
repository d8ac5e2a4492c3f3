CREATE TABLE algorithm_package (
    id text PRIMARY KEY CHECK (id ~ '^[0-9]{40}$'),
    name text NOT NULL,
    version text NOT NULL,
    type text NOT NULL CHECK (type IN ('artifact', 'image')),
    provider text NOT NULL,
    organisation_id uuid,
    size bigint NOT NULL,
    md5 text NOT NULL,
    sha256 text NOT NULL,
    accelerators text[] NOT NULL,
    env jsonb NOT NULL,
    streams_per_replica integer NOT NULL CHECK (streams_per_replica >= 1),
    created_at timestamptz NOT NULL,
    lock_version bigint NOT NULL
);

CREATE TABLE capability (
    code text PRIMARY KEY,
    package_id text NOT NULL REFERENCES algorithm_package ON DELETE CASCADE,
    name text NOT NULL,
    description text,
    data_type text NOT NULL,
    task_types text[] NOT NULL,
    task_fields jsonb NOT NULL,
    status text NOT NULL,
    created_at timestamptz NOT NULL,
    last_modified_at timestamptz NOT NULL,
    lock_version bigint NOT NULL
);

CREATE INDEX capability_package ON capability (package_id);

-- md5: of the bytes the node was given; they are stale once the package was imported again with other bytes.
CREATE TABLE package_delivery (
    compute_code text NOT NULL,
    package_id text NOT NULL REFERENCES algorithm_package ON DELETE CASCADE,
    md5 text NOT NULL,
    status smallint NOT NULL CHECK (status IN (1, 2, 3)),
    progress double precision NOT NULL CHECK (progress BETWEEN 0 AND 1),
    progress_at timestamptz NOT NULL,
    error text,
    created_at timestamptz NOT NULL,
    heard_at timestamptz NOT NULL,
    PRIMARY KEY (compute_code, package_id)
);

CREATE INDEX package_delivery_package ON package_delivery (package_id);

-- One sealed key, made at the first delivery, signs the links by which nodes fetch packages from any server.
CREATE TABLE package_link_key (
    id integer PRIMARY KEY CHECK (id = 1),
    sealed_key bytea NOT NULL
);
