-- A meter may be read at a node of the platform, which tells what its machines used.
alter table meter_source
    drop constraint meter_source_protocol_check,
    alter column host drop not null,
    alter column port drop not null,
    alter column data_type drop not null,
    add column node_code varchar(20),
    add column node_covers varchar(3) check (node_covers in ('CPU', 'XPU', 'ALL')),
    add constraint meter_source_protocol_check check (protocol in ('MODBUS_TCP', 'SNMP', 'NODE')),
    add constraint meter_source_node check ((protocol = 'NODE') = (node_code is not null and node_covers is not null)),
    add constraint meter_source_device check ((protocol = 'NODE') = (host is null)),
    add constraint meter_source_device_point
        check ((host is null) = (port is null) and (host is null) = (data_type is null));

-- What the counters of such a node showed last.
create table meter_node_count (
    meter_code varchar(64) not null references meter_source on delete cascade,
    machine    varchar(64) not null,
    covers     varchar(3) not null,
    since      timestamptz not null,
    watt_hours numeric(24, 6) not null check (watt_hours >= 0),
    shown_at   timestamptz not null,
    primary key (meter_code, machine, covers)
);
