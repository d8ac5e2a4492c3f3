-- Transfers that were written into the audit trail together: without a gap, each once.
create table ledger_batch (
    first_sequence bigint primary key,
    last_sequence  bigint not null unique,
    hash           varchar(64) not null,
    sealed_at      timestamptz not null,
    constraint ledger_batch_runs_forward check (first_sequence between 1 and last_sequence)
);
create trigger ledger_batch_append_only before update or delete or truncate on ledger_batch
    for each statement execute function ledger_is_append_only();

-- SHA-256 of what transfers of these numbers have moved: a line an entry, in the order of the numbers and accounts.
create function ledger_hash(first bigint, last bigint) returns varchar language sql stable as $$
    select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', o.sequence, t.id, t.kind, t.subject, t.currency,
            coalesce(cast(t.reverses as text), '-'), cast(extract(epoch from t.at) as numeric(20, 6)),
            e.account_id, e.account_version, e.amount, e.balance_after), E'\n' order by o.sequence, e.account_id), ''), 'UTF8')), 'hex')
    from ledger_order o join ledger_transfer t on t.id = o.transfer_id join ledger_entry e on e.transfer_id = t.id
    where o.sequence between first and last
$$;
