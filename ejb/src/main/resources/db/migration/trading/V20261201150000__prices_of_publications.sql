-- Each publication has a price list, which begins with what it was published at. Its publisher announces what it costs later.
insert into price_version (id, list, currency, billing, unit, tier_ends, tier_prices, free_quota, valid_from)
select gen_random_uuid(), kind || ' ' || publish_id, 'CNY', billing_type, unit, tier_from, array_prepend(price, tier_price),
    free_quota, to_timestamp(0)
from service_publication;
