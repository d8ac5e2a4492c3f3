-- Keys of the market, and trades that are paid (T/AI 123.12 A.3.3, A.3.4).
-- The pairs under which contents are delivered; private halves are sealed.
create table delivery_key (
    key_id             uuid primary key,
    organisation_id    uuid not null references organisation,
    algorithm          varchar(10) not null check (algorithm in ('RSA_3072', 'EC_P256')),
    fingerprint        varchar(64) not null,
    public_key         text not null,
    sealed_private_key bytea not null,
    created_at         timestamptz not null
);
create unique index delivery_key_fingerprint on delivery_key (organisation_id, fingerprint);

-- What is delivered to an account is encrypted for this key of its own.
create table party_key (
    account_id uuid primary key references account,
    public_key text not null,
    changed_at timestamptz not null
);

-- As it was signed: whatever the platform's zone is by now.
create table licence (
    licence_id  uuid primary key,
    confirm_id  uuid not null references confirmation,
    licensor    varchar(64) not null,
    licensor_organisation_id uuid not null references organisation,
    licensee    varchar(64) not null,
    registration_id uuid not null,
    data_id     varchar(128) not null,
    resource_url varchar(2048) not null,
    prohibited  text[] not null,
    start_date  varchar(19) not null,
    end_date    varchar(19) not null,
    ends_at     timestamptz not null,
    watermark   varchar(64) not null,
    signature   varchar(200) not null
);
create unique index licence_confirmation on licence (confirm_id);

-- What a settlement answered. The payment itself is the ledger's.
create table trade_settlement (
    confirm_id  uuid primary key references confirmation,
    transfer_id uuid,
    private_key text not null,
    settled_at  timestamptz not null
);
