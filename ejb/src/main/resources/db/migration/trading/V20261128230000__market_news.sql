-- What the other side was not told of yet. Not a column of market_entry: each change of such a row writes all of its terms into
-- their index once more, and who tells would lock what somebody revokes. No reference: what left the market is told to nobody.
create table market_news (
    number   bigint generated always as identity primary key,
    entry_id uuid not null
);
insert into market_news (entry_id) select id from market_entry where not announced order by published_at;
drop index market_entry_new;
alter table market_entry drop column announced;
