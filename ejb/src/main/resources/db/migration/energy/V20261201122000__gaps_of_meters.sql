-- Whether it is unknown what the meter counted since the reading before.
alter table meter_reading add column behind_gap boolean not null default false;

-- A meter out of service is asked no more: its device's secrets have no use.
update meter_source s set sealed_community = null, sealed_auth_password = null, sealed_priv_password = null
from energy_meter m where m.code = s.meter_code and m.retired_at is not null;
