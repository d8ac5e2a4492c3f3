-- Which data sets were read at which centers: those need not come there first.
create table data_set_at_center (
    data_set_id varchar(64) not null,
    center_id   varchar(64) not null,
    read_at     timestamptz not null,
    primary key (data_set_id, center_id)
);
