package org.computility.settlement.daily;

import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** Where the books do not agree: each statement names one such place, or none. */
interface Differences {

    StatelessSession session();

    /** Each line of a bill has the usage that was rated into it. */
    @SQL("""
            select 'bill of order ' || coalesce(l.order_id, u.order_id) || ' of ' || coalesce(l.billed_in, u.billed_in)
                || ': the line of ' || coalesce(l.period, u.period) || ' has ' || coalesce(l.quantity, 0)
                || ' units, its usage ' || coalesce(u.quantity, 0)
            from (select * from bill_line where kind = 'USAGE') l
            full join (
                select order_id, billed_in, to_char(day, 'YYYY-MM') as period, price_id, sum(quantity) as quantity, count(*) as events
                from usage_record where billed_in is not null group by 1, 2, 3, 4) u
                on (u.order_id, u.billed_in, u.period, u.price_id) = (l.order_id, l.billed_in, l.period, l.price_id)
            where coalesce(l.quantity, 0) <> coalesce(u.quantity, 0) or coalesce(l.events, 0) <> coalesce(u.events, 0)
            order by 1 limit 1
            """)
    List<String> ofUsage();

    /** The lines of each month cost what its prices say: reckoned once more, and otherwise than rating does it. */
    @SQL("""
            with months as (
                select l.order_id, l.period, l.price_id, p.valid_from, p.free_quota, p.tier_ends, p.tier_prices,
                    sum(l.quantity) as units, sum(l.amount) as amount
                from bill_line l join price_version p on p.id = l.price_id
                where l.kind = 'USAGE' and p.billing = 'METERED'
                group by l.order_id, l.period, l.price_id, p.valid_from, p.free_quota, p.tier_ends, p.tier_prices),
            counted as (
                select *, sum(units) over (partition by order_id, period order by valid_from) as upto from months),
            reckoned as (
                select c.order_id, c.period, c.amount, (
                    select sum(t.price * greatest(0, least(c.upto - c.free_quota, coalesce(c.tier_ends[cast(t.tier as int)], 1e30))
                        - greatest(c.upto - c.units - c.free_quota, 0, coalesce(c.tier_ends[cast(t.tier - 1 as int)], 0))))
                    from unnest(c.tier_prices) with ordinality t (price, tier)) as cost
                from counted c)
            select 'order ' || order_id || ': ' || period || ' was charged ' || amount || ' at one price, and costs ' || round(cost, 2)
            from reckoned where round(cost, 2) <> amount order by 1 limit 1
            """)
    List<String> ofPrices();

    /** Terms cost what their price says, what is used of them nothing. */
    @SQL("""
            with reckoned as (
                select l.*, case when l.kind = 'USAGE' then 0 else (
                    select sum(t.price * greatest(0, least(l.quantity - p.free_quota, coalesce(p.tier_ends[cast(t.tier as int)], 1e30))
                        - coalesce(p.tier_ends[cast(t.tier - 1 as int)], 0)))
                    from unnest(p.tier_prices) with ordinality t (price, tier)) end as cost
                from bill_line l join price_version p on p.id = l.price_id
                where l.kind = 'TERM' or p.billing = 'FIXED_TERM')
            select 'order ' || order_id || ': ' || kind || ' of ' || quantity || ' units in ' || period || ' was charged '
                || round(amount, 2) || ', and costs ' || round(cost, 2)
            from reckoned where round(cost, 2) <> amount order by 1 limit 1
            """)
    List<String> ofTerms();

    /** What is not rated has a price, by which it will be. */
    @SQL("""
            select 'order ' || u.order_id || ': ' || count(*) || ' events are not rated, since no price covers them'
            from usage_record u join service_order o on o.id = u.order_id
            where u.billed_in is null and not exists (
                select from price_version p where p.list = o.price_list and p.valid_from <= u.at
                    and (p.valid_to is null or u.at < p.valid_to))
            group by u.order_id order by 1 limit 1
            """)
    List<String> ofUnrated();

    /** Each bill is charged. */
    @SQL("""
            select 'bill of order ' || b.order_id || ' of ' || b.period || ': its lines come to ' || b.lines
                || ', its charges to ' || b.charges
            from (
                select b.order_id, b.period,
                    (select coalesce(sum(amount), 0) from bill_line l
                        where l.order_id = b.order_id and l.billed_in = b.period) as lines,
                    (select coalesce(sum(amount), 0) from charge c
                        where c.order_id = b.order_id and c.billed_in = b.period) as charges
                from bill b) b
            where b.lines <> b.charges order by 1 limit 1
            """)
    List<String> ofCharges();

    /** Each charge that is paid was paid by a transfer of its amount, and no transfer says that it paid for use without one. */
    @SQL("""
            select 'transfer ' || coalesce(c.transfer_id, t.id) || ': the payer gave ' || coalesce(-t.given, 0)
                || ', charged was ' || coalesce(c.amount, 0)
            from (select * from charge where transfer_id is not null) c
            full join (
                select t.id, sum(e.amount) as given from ledger_transfer t
                join ledger_entry e on e.transfer_id = t.id join ledger_account a on a.id = e.account_id and a.kind = 'PREPAID'
                where t.kind = 'USAGE' group by t.id) t on t.id = c.transfer_id
            where coalesce(c.amount, 0) <> coalesce(-t.given, 0) order by 1 limit 1
            """)
    List<String> ofPayments();

    /** Each payout was made by a transfer of its amount, and each transfer that pays out belongs to one. */
    @SQL("""
            select 'transfer ' || coalesce(p.transfer_id, t.id) || ': the payee got ' || coalesce(-t.given, 0)
                || ', paid out was ' || coalesce(p.amount, 0)
            from payout p
            full join (
                select t.id, sum(e.amount) as given from ledger_transfer t
                join ledger_entry e on e.transfer_id = t.id join ledger_account a on a.id = e.account_id and a.kind = 'PAYABLE'
                where t.kind = 'PAYOUT' group by t.id) t on t.id = p.transfer_id
            where coalesce(p.amount, 0) <> coalesce(-t.given, 0) order by 1 limit 1
            """)
    List<String> ofPayouts();

    /** What is kept of an order's earnings is what its charges and payouts come to. */
    @SQL("""
            with gained as (
                select c.order_id, sum(e.amount) as amount from charge c
                join ledger_entry e on e.transfer_id = c.transfer_id
                join ledger_account a on a.id = e.account_id and a.kind = 'PAYABLE'
                where not exists (select from ledger_transfer r where r.reverses = c.transfer_id) group by c.order_id),
            given as (
                select p.order_id, sum(p.amount) filter (where r.id is null) as amount, count(*) as payouts
                from payout p left join ledger_transfer r on r.reverses = p.transfer_id group by p.order_id)
            select 'order ' || o.id || ': kept are ' || coalesce(k.earned, 0) || ' earned and ' || coalesce(k.paid_out, 0)
                || ' paid out, its charges come to ' || coalesce(gained.amount, 0) || ', its payouts to ' || coalesce(given.amount, 0)
            from service_order o
            left join order_earnings k on k.order_id = o.id
            left join gained on gained.order_id = o.id
            left join given on given.order_id = o.id
            where coalesce(k.earned, 0) <> coalesce(gained.amount, 0) or coalesce(k.paid_out, 0) <> coalesce(given.amount, 0)
                or coalesce(k.payouts, 0) <> coalesce(given.payouts, 0)
            order by 1 limit 1
            """)
    List<String> ofEarnings();

    /** Each account holds what its entries come to. */
    @SQL("""
            select 'account ' || a.id || ': its balance is ' || a.balance || ', its entries come to ' || coalesce(e.amount, 0)
            from ledger_account a
            left join (select account_id, sum(amount) as amount, count(*) as entries from ledger_entry group by account_id) e
                on e.account_id = a.id
            where a.balance <> coalesce(e.amount, 0) or a.version <> coalesce(e.entries, 0) order by 1 limit 1
            """)
    List<String> ofBalances();

    /** Each transfer adds up to nothing. */
    @SQL("""
            select 'transfer ' || transfer_id || ': its entries come to ' || sum(amount)
            from ledger_entry group by transfer_id having sum(amount) <> 0 order by 1 limit 1
            """)
    List<String> ofTransfers();

    /** Each batch has what it had when it was sealed, and its record in the audit trail. Batches follow each other. */
    @SQL("""
            select case
                when b.hash <> b.found then 'ledger batch of the transfers ' || b.first_sequence || ' to ' || b.last_sequence
                    || ': what they moved has the SHA-256 ' || b.found || ', sealed was ' || b.hash
                when b.first_sequence <> b.behind + 1 then 'ledger batch of the transfers ' || b.first_sequence || ' to '
                    || b.last_sequence || ': the batch before it ends with ' || b.behind
                else 'ledger batch of the transfers ' || b.first_sequence || ' to ' || b.last_sequence
                    || ': the audit trail has no record of it' end
            from (
                select first_sequence, last_sequence, hash, ledger_hash(first_sequence, last_sequence) as found,
                    lag(last_sequence, 1, 0) over (order by first_sequence) as behind
                from ledger_batch) b
            where b.hash <> b.found or b.first_sequence <> b.behind + 1 or not exists (
                select from audit_record a where a.request_id = 'ledger-' || b.last_sequence and a.action = 'seal ledger'
                    and a.target = 'ledger transfers ' || b.first_sequence || ' to ' || b.last_sequence || ', '
                        || (b.last_sequence - b.first_sequence + 1) || ' in all, SHA-256 ' || b.hash)
            order by b.first_sequence limit 1
            """)
    List<String> ofBatches();

    /** Each record of a batch in the audit trail has its batch: who deletes batches has them sealed anew, and otherwise. */
    @SQL("""
            select 'audit record ' || a.id || ': no batch of the ledger is as it says' from audit_record a
            where a.action = 'seal ledger' and not exists (
                select from ledger_batch b where a.target = 'ledger transfers ' || b.first_sequence || ' to ' || b.last_sequence
                    || ', ' || (b.last_sequence - b.first_sequence + 1) || ' in all, SHA-256 ' || b.hash)
            order by a.id limit 1
            """)
    List<String> ofSealRecords();
}
