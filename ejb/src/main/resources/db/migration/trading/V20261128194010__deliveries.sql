-- Licences that bind their content, are renewed and are taken back; deliveries (T/AI 123.12 A.3.5, A.3.6, A.3.8).
alter table licence add column content_sha256 varchar(64);
alter table licence add column issued_at timestamptz;
update licence set issued_at = ends_at - interval '1 year';
alter table licence alter column issued_at set not null;
alter table licence add column replaced_by uuid references licence deferrable initially deferred;
alter table licence add column revoked_at timestamptz;
-- Of a trade, one licence counts.
drop index licence_confirmation;
create unique index licence_confirmation on licence (confirm_id) where replaced_by is null;
create index licence_confirmation_all on licence (confirm_id);
create index licence_data on licence (data_id) where replaced_by is null;
create index licence_replaced_by on licence (replaced_by) where replaced_by is not null;
create index trade_settlement_transfer on trade_settlement (transfer_id) where transfer_id is not null;

-- What is delivered of a data resource: the content, encrypted once under its key. The file lies in the content store.
create table sealed_data (
    registration_id uuid primary key references data_resource,
    content_sha256  varchar(64) not null,
    content_size    bigint not null,
    file_sha256     varchar(64) not null,
    file_size       bigint not null,
    cipher_start    bigint not null,
    nonce           varchar(24) not null,
    data_key        text not null,
    sealed_at       timestamptz not null
);
create index sealed_data_file on sealed_data (file_sha256);

-- One delivery a licence, as its proof was signed.
create table delivery (
    delivery_id    uuid primary key,
    licence_id     uuid not null references licence,
    confirm_id     uuid not null references confirmation,
    registration_id uuid not null references sealed_data,
    delivered_at   timestamptz not null,
    delivered_text varchar(19) not null,
    valid_until    timestamptz not null,
    licensor       varchar(64) not null,
    licensee       varchar(64) not null,
    data_id        varchar(128) not null,
    signature      varchar(200) not null
);
create unique index delivery_licence on delivery (licence_id);
create index delivery_confirmation on delivery (confirm_id, delivered_at);
