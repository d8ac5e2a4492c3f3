-- What a call that runs may cost its payer: the calls of all its orders have to be covered together.
alter table delivery_call
    add payer    uuid,
    add currency varchar(3),
    add held     numeric(15, 2);
create index delivery_call_held on delivery_call (payer) where outcome = 'RUNNING';
