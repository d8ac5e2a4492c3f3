-- Whether it was unknown what the meter counted before a reading that was taken back: it stays unknown up to the next one that counts.
alter table meter_reading_taken_back add column behind_gap boolean not null default false;
create index meter_reading_taken_back_gap on meter_reading_taken_back (meter_code, at) where behind_gap;
