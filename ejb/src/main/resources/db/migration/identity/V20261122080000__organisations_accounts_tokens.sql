CREATE TABLE organisation (
    id         uuid PRIMARY KEY,
    name       varchar(100) NOT NULL,
    created_at timestamptz  NOT NULL
);
CREATE UNIQUE INDEX organisation_name ON organisation (lower(name));

CREATE TABLE account (
    id              uuid PRIMARY KEY,
    version         integer      NOT NULL,
    username        varchar(64)  NOT NULL,
    password_hash   varchar(200) NOT NULL,
    organisation_id uuid         NOT NULL REFERENCES organisation,
    roles           varchar(200) NOT NULL,
    compute_code    varchar(20),
    enabled         boolean      NOT NULL,
    created_at      timestamptz  NOT NULL
);
CREATE UNIQUE INDEX account_username ON account (lower(username));
CREATE INDEX account_organisation ON account (organisation_id);

-- Only hashes: who reads this table cannot call with what it finds.
CREATE TABLE access_token (
    hash         bytea PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES account,
    compute_code varchar(20),
    issued_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX access_token_account ON access_token (account_id);
CREATE INDEX access_token_expiry ON access_token (expires_at);

-- Key pairs of the platform itself; private keys are sealed.
CREATE TABLE platform_key (
    name               varchar(40) PRIMARY KEY,
    public_key         bytea       NOT NULL,
    sealed_private_key bytea       NOT NULL,
    created_at         timestamptz NOT NULL
);
