-- What the platform tells accounts by itself, once a topic.
create table notification (
    id         uuid primary key,
    account_id uuid not null references account,
    topic      varchar(200) not null,
    kind       varchar(32) not null,
    link       varchar(500) not null,
    text_en    varchar(1000) not null,
    text_zh    varchar(1000) not null,
    told_at    timestamptz not null
);
create unique index notification_topic on notification (account_id, topic);
create index notification_newest on notification (account_id, told_at desc, id);
