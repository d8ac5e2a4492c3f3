-- Where a registration that waits came from: one network has only so many.
ALTER TABLE registration ADD COLUMN network varchar(64);
CREATE INDEX registration_network ON registration (network) WHERE state = 'PENDING';
