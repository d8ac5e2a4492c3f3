-- TC609 A.8, A.9: month reports in every state that they were ever in, and the rules that judge them.
create table plausibility_rule (
    code    varchar(60) primary key,
    version integer not null,
    kind    varchar(20) not null,
    measure varchar(100) not null,
    other   varchar(100),
    divisor varchar(100),
    bound   numeric(20, 6) not null,
    outcome varchar(10) not null,
    enabled boolean not null
);
insert into plausibility_rule (code, version, kind, measure, other, divisor, bound, outcome, enabled) values
    ('pue-at-least-1', 0, 'AT_LEAST', 'power.pue', null, null, 1, 'RETURN', true),
    ('pue-is-total-by-it', 0, 'QUOTIENT', 'power.pue', 'power.electricityConsume', 'power.itElectricityConsume', 0.01, 'RETURN', true),
    ('green-at-most-total', 0, 'NOT_ABOVE', 'power.greenElectricityConsume', 'power.electricityConsume', null, 1, 'RETURN', true),
    ('it-at-most-total', 0, 'NOT_ABOVE', 'power.itElectricityConsume', 'power.electricityConsume', null, 1, 'RETURN', true),
    ('rack-use-at-most-100', 0, 'AT_MOST', 'supply.rackUtilization', null, null, 100, 'RETURN', true),
    ('computing-use-at-most-100', 0, 'AT_MOST', 'application.computingUtilization', null, null, 100, 'RETURN', true),
    ('memory-use-at-most-100', 0, 'AT_MOST', 'application.memoryUtilization', null, null, 100, 'RETURN', true),
    ('accelerator-use-at-most-100', 0, 'AT_MOST', 'application.acceleratorUtilization', null, null, 100, 'RETURN', true),
    ('localization-at-most-100', 0, 'AT_MOST', 'security.localizationRate', null, null, 100, 'RETURN', true),
    ('pue-jump', 0, 'JUMP', 'power.pue', null, null, 1.5, 'DOUBT', true),
    ('electricity-jump', 0, 'JUMP', 'power.electricityConsume', null, null, 3, 'DOUBT', true),
    ('racks-jump', 0, 'JUMP', 'supply.standardRacks', null, null, 2, 'DOUBT', true),
    ('general-power-jump', 0, 'JUMP', 'supply.generalComputingPower', null, null, 2, 'DOUBT', true),
    ('intelligent-power-jump', 0, 'JUMP', 'supply.intelligentComputingPower', null, null, 2, 'DOUBT', true),
    ('super-power-jump', 0, 'JUMP', 'supply.superComputingPower', null, null, 2, 'DOUBT', true),
    ('storage-jump', 0, 'JUMP', 'supply.storageCapacity', null, null, 3, 'DOUBT', true);

-- Points of knowledge. They are taken under a lock that is held to the commit: their order is that of commits.
create sequence report_knowledge;

create table report_state (
    known_on        bigint primary key,
    center_id       integer not null references reported_center,
    organisation_id uuid not null references organisation,
    month           date not null check (extract(day from month) = 1),
    status          varchar(10) not null,
    deed            varchar(10) not null,
    done_by         varchar(64) not null,
    done_at         timestamptz not null,
    reasons         text[] not null,
    figures         jsonb not null,
    hash            varchar(64) not null,
    followed_on     bigint check (followed_on > known_on)
);
create unique index report_state_newest on report_state (center_id, month) where followed_on is null;
create index report_state_of_report on report_state (center_id, month, known_on);
create index report_state_of_month on report_state (month, known_on);

-- A state is never changed or removed; that another follows it is said once.
create function report_state_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.followed_on is null and new.followed_on is not null then
        old.followed_on := new.followed_on;
        if new is not distinct from old then
            return new;
        end if;
    end if;
    raise exception 'states of reports are neither changed nor removed: report anew'
        using errcode = 'check_violation', constraint = 'report_state_stays';
end $$;
create trigger report_state_stays before update or delete on report_state
    for each row execute function report_state_stays();
create function report_states_stay() returns trigger language plpgsql as $$
begin
    raise exception 'states of reports are neither changed nor removed: report anew'
        using errcode = 'check_violation', constraint = 'report_state_stays';
end $$;
create trigger report_states_stay before truncate on report_state
    for each statement execute function report_states_stay();
