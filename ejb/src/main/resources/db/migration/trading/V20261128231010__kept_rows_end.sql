-- What is deleted by its age is found by its age.
create index delivery_call_begun on delivery_call (begun_at);
create index usage_use_used on usage_use (used_at);
create index notification_told on notification (told_at);
