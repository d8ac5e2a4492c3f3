-- What each part of a run of settle-orders has done.
create table settle_tally (
    run_id  bigint  not null,
    part    integer not null,
    orders  bigint  not null,
    charges bigint  not null,
    payouts bigint  not null,
    primary key (run_id, part)
);
