CREATE TABLE audit_record (
    id              bigint PRIMARY KEY,
    at              timestamptz NOT NULL,
    account         varchar(64),
    organisation_id uuid,
    action          varchar(200) NOT NULL,
    target          varchar(500) NOT NULL,
    source          varchar(64)  NOT NULL,
    outcome         integer      NOT NULL,
    request_id      varchar(64)  NOT NULL,
    hash            bytea        NOT NULL
);
CREATE INDEX audit_record_at ON audit_record (at);
CREATE INDEX audit_record_account ON audit_record (account, id);
CREATE INDEX audit_record_request ON audit_record (request_id);

-- The end of the chain: tells when records at the tail are gone. The seal is made with a key that is not in the database.
CREATE TABLE audit_head (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    id       bigint NOT NULL,
    hash     bytea  NOT NULL,
    seal     bytea  NOT NULL
) WITH (fillfactor = 10);

CREATE FUNCTION audit_record_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit records are neither changed nor removed';
END $$;

CREATE TRIGGER audit_record_append_only
    BEFORE UPDATE OR DELETE ON audit_record
    FOR EACH ROW EXECUTE FUNCTION audit_record_is_append_only();
CREATE TRIGGER audit_record_no_truncate
    BEFORE TRUNCATE ON audit_record
    FOR EACH STATEMENT EXECUTE FUNCTION audit_record_is_append_only();
