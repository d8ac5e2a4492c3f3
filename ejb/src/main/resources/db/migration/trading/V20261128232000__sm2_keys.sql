-- Delivery pairs may be of SM2, too.
alter table delivery_key drop constraint delivery_key_algorithm_check;
alter table delivery_key add constraint delivery_key_algorithm_check check (algorithm in ('RSA_3072', 'EC_P256', 'SM2'));
