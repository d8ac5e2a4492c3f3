-- Payments through an external gateway: asked for here, confirmed by the gateway's signed call, once.
create table external_payment (
    id              uuid primary key,
    version         integer not null,
    organisation_id uuid not null references organisation,
    account_id      uuid not null references account,
    amount          numeric(15, 2) not null check (amount > 0),
    currency        varchar(3) not null,
    created_at      timestamptz not null,
    reference       varchar(200),
    paid_at         timestamptz,
    constraint external_payment_paid check ((reference is null) = (paid_at is null))
);
create index external_payment_organisation on external_payment (organisation_id, created_at desc, id);
