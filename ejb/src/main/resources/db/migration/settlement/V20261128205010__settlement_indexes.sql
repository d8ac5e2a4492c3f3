-- What the daily run, the events of a bill and the pages of all organisations look for.
create index charge_unpaid on charge (order_id) where transfer_id is null;
create index usage_record_billed on usage_record (order_id, billed_in, at, event_id) where billed_in is not null;
create index service_order_opened on service_order (opened_at desc, id);
create index bill_latest on bill (period desc, id);
create index external_payment_newest on external_payment (created_at desc, id);
