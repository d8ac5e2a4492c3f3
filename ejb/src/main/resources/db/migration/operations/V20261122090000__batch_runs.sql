-- Batch runs as people see them, whichever engine executes them. Rows of the engines' own tables are never shown.
CREATE TABLE job_run (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_name         text             NOT NULL,
    parameters       jsonb            NOT NULL,
    status           text             NOT NULL CHECK (status IN
        ('STARTING', 'STARTED', 'STOPPING', 'STOPPED', 'FAILED', 'COMPLETED', 'ABANDONED')),
    progress_percent double precision NOT NULL DEFAULT 0 CHECK (progress_percent BETWEEN 0 AND 100),
    progress_message text,
    exit_message     text,
    organisation_id  uuid,
    attempt          integer          NOT NULL DEFAULT 1,
    server           text             NOT NULL,
    lease_until      timestamptz,
    created_at       timestamptz      NOT NULL DEFAULT clock_timestamp(),
    started_at       timestamptz,
    ended_at         timestamptz,
    updated_at       timestamptz      NOT NULL DEFAULT clock_timestamp(),
    -- An active run always has a lease: without one nobody would ever adopt it.
    CHECK ((status IN ('STARTING', 'STARTED', 'STOPPING')) = (lease_until IS NOT NULL))
);

-- One page of the list costs the same at any size of the table, whichever one filter is set.
CREATE INDEX job_run_newest ON job_run (created_at DESC, id DESC);
CREATE INDEX job_run_by_job ON job_run (job_name, created_at DESC, id DESC);
CREATE INDEX job_run_by_status ON job_run (status, created_at DESC, id DESC);
CREATE INDEX job_run_by_organisation ON job_run (organisation_id, created_at DESC, id DESC);
-- Looked at every two seconds by every server; holds only the active few.
CREATE INDEX job_run_lease ON job_run (lease_until) WHERE lease_until IS NOT NULL;

-- What the engines did for a run: one row for each attempt that reached an engine.
CREATE TABLE job_run_execution (
    run_id       bigint      NOT NULL REFERENCES job_run ON DELETE CASCADE,
    attempt      integer     NOT NULL,
    engine       text        NOT NULL,
    execution_id bigint      NOT NULL,
    server       text        NOT NULL,
    status       text        NOT NULL,
    started_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at     timestamptz,
    PRIMARY KEY (run_id, attempt)
);

CREATE TABLE lease (
    name   text PRIMARY KEY,
    holder text        NOT NULL,
    until  timestamptz NOT NULL
);
