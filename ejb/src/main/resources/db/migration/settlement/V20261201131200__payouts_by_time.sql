-- Administrators read payouts, the latest first, to send the money.
create index payout_latest on payout (made_at desc, id);
