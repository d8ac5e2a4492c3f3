-- The keys that the platform makes for itself, in one table: the key that signs links comes to the half of a pair that opens
-- passwords. A public half is computed from the private one, which is sealed as before.
ALTER TABLE platform_key ADD COLUMN purpose varchar(20);
UPDATE platform_key SET purpose = 'DECRYPTING';
ALTER TABLE platform_key ALTER COLUMN purpose SET NOT NULL;
ALTER TABLE platform_key ADD CONSTRAINT platform_key_purpose CHECK (purpose IN ('SIGNING', 'DECRYPTING'));
ALTER TABLE platform_key RENAME COLUMN sealed_private_key TO sealed_key;
ALTER TABLE platform_key DROP COLUMN public_key;

-- Links that nodes hold stay good: the key keeps its bytes and its seal.
INSERT INTO platform_key (name, purpose, sealed_key, created_at)
SELECT 'package-links', 'SIGNING', sealed_key, now() FROM package_link_key;
DROP TABLE package_link_key;
