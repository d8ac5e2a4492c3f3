-- What is reported beside what the platform's own meters counted: whoever is far from them is asked.
insert into plausibility_rule (code, version, kind, measure, other, divisor, bound, outcome, enabled) values
    ('electricity-as-metered', 0, 'AS_KNOWN', 'power.electricityConsume', null, null, 0.05, 'DOUBT', true),
    ('it-electricity-as-metered', 0, 'AS_KNOWN', 'power.itElectricityConsume', null, null, 0.05, 'DOUBT', true),
    ('green-electricity-as-metered', 0, 'AS_KNOWN', 'power.greenElectricityConsume', null, null, 0.05, 'DOUBT', true);
