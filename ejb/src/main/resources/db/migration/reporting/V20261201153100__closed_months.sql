-- What the platform knew of a month of a center when it closed it last, also where the reporter's figures stand in the report.
create table closed_month (
    center_id integer not null references reported_center,
    first_day date not null check (extract(day from first_day) = 1),
    known     jsonb not null,
    primary key (center_id, first_day)
);
