-- Meters of reported computing centers, and what they showed. Amounts are thousandths of the meter's unit: Wh, ml.
create table energy_meter (
    code       varchar(64) primary key,
    version    integer not null,
    -- Of the room above, which knows whose it is.
    center_id  integer not null,
    kind       varchar(20) not null check (kind in ('TOTAL_ELECTRICITY', 'IT_ELECTRICITY', 'COOLING_ELECTRICITY',
        'GREEN_ELECTRICITY', 'WATER')),
    name       varchar(200),
    modulus    bigint check (modulus > 0),
    created_at timestamptz not null,
    retired_at timestamptz
);
create index energy_meter_center on energy_meter (center_id, code);

create table meter_reading (
    meter_code varchar(64) not null references energy_meter,
    at         timestamptz not null,
    amount     bigint not null check (amount >= 0),
    taken_at   timestamptz not null,
    primary key (meter_code, at)
);
