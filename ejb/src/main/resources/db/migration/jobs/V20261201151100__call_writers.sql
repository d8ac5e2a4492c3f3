-- Which of its batches of calls a server has written down last: one that is sent again, since nobody knew whether it was, counts once.
create table call_writer (
    writer_id uuid primary key,
    batch     bigint not null check (batch > 0),
    at        timestamptz not null
);
