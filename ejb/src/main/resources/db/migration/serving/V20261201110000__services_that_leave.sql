-- Until then nothing gets a place at the service, which is about to be unloaded. Null: it stays.
alter table algorithm_service add leaving_until timestamptz;
