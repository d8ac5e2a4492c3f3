-- What stands in the market now, as matching finds it (T/AI 123.12 clause 6.3 a).
create table market_entry (
    id              uuid primary key,
    side            varchar(10) not null check (side in ('RESOURCE', 'DEMAND')),
    account_id      uuid not null references account,
    party           varchar(64) not null,
    organisation_id uuid not null references organisation,
    type_key        varchar(64) not null,
    categories      text[] not null,
    key_words       text[] not null,
    subscribable    boolean not null,
    terms           text[] not null,
    published_at    timestamptz not null,
    announced       boolean not null default false
);
create index market_entry_terms on market_entry using gin (terms);
create index market_entry_newest on market_entry (side, type_key, published_at desc);
create index market_entry_new on market_entry (published_at) where not announced;
-- Matching looks for rare terms first; the statistics say which terms are common.
alter table market_entry alter column terms set statistics 1000;
