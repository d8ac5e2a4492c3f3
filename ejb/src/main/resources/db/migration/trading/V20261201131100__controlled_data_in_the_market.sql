-- All controlled data has one registration number (T/AI 123.12 table A.8): where the market shows some, its dataID tells it apart.
-- Null for everything else.
alter table market_entry add column controlled_data_id varchar(128);
