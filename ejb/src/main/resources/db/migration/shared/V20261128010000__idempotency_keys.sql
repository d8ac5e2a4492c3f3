-- Calls that came with an Idempotency-Key. The row is committed before the call changes anything, and completed with its answer.
CREATE TABLE idempotency_key (
    -- SHA-256 of account, method, path and query, and key, in hexadecimal.
    scope       varchar(64) PRIMARY KEY,
    claimed_at  timestamptz NOT NULL,
    -- While the call runs, its server says every few seconds that it does.
    seen_at     timestamptz NOT NULL,
    -- SHA-256 of the request's body.
    fingerprint bytea,
    status      integer,
    -- Headers and body, sealed; absent before the answer, and where it was too large to be kept.
    answer      bytea,
    CHECK ((status IS NULL) = (fingerprint IS NULL)),
    CHECK (answer IS NULL OR status IS NOT NULL)
);
CREATE INDEX idempotency_key_claimed_at ON idempotency_key (claimed_at);
