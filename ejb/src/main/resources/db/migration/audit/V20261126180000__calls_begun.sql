-- Calls that are running: written before anything is changed, gone with the record that says how the call ended. What a dead
-- server leaves here is recorded by another, or by the next start.
CREATE TABLE audit_begun (
    call            uuid PRIMARY KEY,
    server          uuid         NOT NULL,
    at              timestamptz  NOT NULL,
    account         varchar(64),
    organisation_id uuid,
    action          varchar(200) NOT NULL,
    target          varchar(500) NOT NULL,
    source          varchar(64)  NOT NULL,
    request_id      varchar(64)  NOT NULL
);

-- Processes that may have calls running, and when each last said that it lives.
CREATE TABLE audit_server (
    server  uuid PRIMARY KEY,
    seen_at timestamptz NOT NULL
);
