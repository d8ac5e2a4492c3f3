-- Keys whose signatures outsiders verify.
alter table platform_key drop constraint platform_key_purpose;
alter table platform_key add constraint platform_key_purpose check (purpose in ('SIGNING', 'DECRYPTING', 'CERTIFYING'));
