-- Who asks for an account. The password's hash goes to the account once there is one; else it goes with the decision.
CREATE TABLE registration (
    id            uuid PRIMARY KEY,
    version       integer      NOT NULL,
    secret_hash   bytea        NOT NULL,
    username      varchar(64)  NOT NULL,
    password_hash varchar(200),
    organisation  varchar(100) NOT NULL,
    purpose       varchar(1000),
    contact       varchar(200),
    state         varchar(10)  NOT NULL,
    created_at    timestamptz  NOT NULL,
    expires_at    timestamptz  NOT NULL,
    decided_at    timestamptz,
    decided_by    varchar(64),
    reason        varchar(1000),
    account_id    uuid REFERENCES account,
    CHECK ((state = 'PENDING') = (decided_at IS NULL)),
    CHECK (state = 'PENDING' OR password_hash IS NULL)
);
CREATE INDEX registration_state ON registration (state, created_at);
CREATE INDEX registration_created ON registration (created_at);

-- Keys of applications: only hashes, as of tokens.
CREATE TABLE application_key (
    id           uuid PRIMARY KEY,
    hash         bytea        NOT NULL UNIQUE,
    account_id   uuid         NOT NULL REFERENCES account,
    name         varchar(100) NOT NULL,
    scopes       varchar(200) NOT NULL,
    created_at   timestamptz  NOT NULL,
    expires_at   timestamptz  NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX application_key_account ON application_key (account_id, created_at);
