-- What a service runs on, as its node tells: an identifier of T/BAX 0006.5 Annex H. Null: the node does not tell.
alter table algorithm_service add column xpu_type text;
