-- fillfactor: a keepalive rewrites its row every 30 s and shall find room on the same page. No index on last_seen_at and
-- online, so that such an update touches no index.
CREATE TABLE compute_node (
    code text PRIMARY KEY CHECK (code ~ '^[0-9]{20}$'),
    type text NOT NULL,
    host text NOT NULL,
    port integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
    username text NOT NULL,
    sealed_password bytea NOT NULL,
    serves_algorithms boolean NOT NULL,
    organisation_id uuid,
    online boolean NOT NULL,
    registered_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE INDEX compute_node_changed ON compute_node (changed_at);

-- The last figures that a node gave of itself (a DeviceInfo of annex G), for when it no longer answers.
CREATE TABLE compute_figures (
    code text PRIMARY KEY REFERENCES compute_node ON DELETE CASCADE,
    figures jsonb NOT NULL,
    taken_at timestamptz NOT NULL
);
