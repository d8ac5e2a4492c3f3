-- Whoever unloads a service closes it until then, and nothing gets a place there, also later: once that time is over its node is
-- told again, until it answers. Null: the service stays. What a server that died has left is no wish of anybody any more.
update algorithm_service set leaving_until = null where leaving_until is not null;
