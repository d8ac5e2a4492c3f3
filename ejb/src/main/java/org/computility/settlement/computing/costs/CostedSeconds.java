package org.computility.settlement.computing.costs;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code job_stretch}, {@code job_meter} and {@code service_meter}, to be read. */
interface CostedSeconds {

    StatelessSession session();

    /** What was charged. */
    record Charged(long nodeSeconds, long calls, BigDecimal amount, String currency) {}

    @SQL("""
            select seconds.used, calls.used, seconds.amount + calls.amount,
                coalesce((select c.currency from service_meter c where c.job_id = :job and c.order_id is not null limit 1),
                    (select s.currency from job_stretch s where s.job_id = :job limit 1), 'CNY')
            from (select cast(coalesce(sum(charged_seconds * nodes), 0) as bigint) as used,
                    coalesce(sum(charged_amount), 0) as amount from job_meter where job_id = :job) seconds,
                (select cast(coalesce(sum(charged_calls), 0) as bigint) as used,
                    coalesce(sum(charged_calls * unit_price), 0) as amount from service_meter where job_id = :job) calls
            """)
    Charged charged(UUID job);

    /** What has run and is not charged. */
    record Unpaid(long nodeSeconds, BigDecimal amount, String currency) {}

    /** What has run until so many seconds after that instant and is not charged; what of it somebody pays for, by the price of then. */
    @SQL("select cast(coalesce(sum(" + Uncharged.SECONDS + " * m.nodes), 0) as bigint),"
            + " coalesce(sum(" + Uncharged.AMOUNT + ") filter (where m.payee_id <> m.payer_id), 0),"
            + " coalesce(max(p.currency), 'CNY')"
            + " from job_meter m left join " + Uncharged.PRICE + " where m.job_id = :job")
    Unpaid unpaid(UUID job, long ahead, Instant now);

    @SQL("select max(amount) from job_budget where job_id = :job")
    BigDecimal budget(UUID job);

    /** The earliest first. */
    @SQL("""
            select meter_id, center_id, spec_id, at, seconds, nodes, cast(null as bigint) as calls, unit_price, currency,
                seconds * nodes * unit_price as amount, order_id
            from job_stretch where job_id = :job
            union all
            select null, center_id, spec_id, at, null, null, charged_calls, unit_price, currency,
                charged_calls * unit_price, order_id
            from service_meter where job_id = :job and charged_calls > 0
            order by at, meter_id, center_id limit :size offset :offset
            """)
    List<JobCostItemView> items(UUID job, int size, long offset);

    @SQL("select (select count(*) from job_stretch where job_id = :job)"
            + " + (select count(*) from service_meter where job_id = :job and charged_calls > 0)")
    long total(UUID job);

    /** Of the jobs that an organisation pays or earns by, those of one user where one is given; null: all. */
    @SQL("""
            select case :by when 'MONTH' then month when 'USER' then cast(user_id as text) when 'CENTER' then center_id
                    when 'SPEC' then spec_id else cast(job_id as text) end,
                count(distinct job_id), cast(sum(node_seconds) as bigint), cast(sum(calls) as bigint), currency,
                round(sum(amount), 2)
            from (
                select month, user_id, center_id, spec_id, job_id, payer_id, payee_id, currency,
                    seconds * nodes as node_seconds, 0 as calls, seconds * nodes * unit_price as amount from job_stretch
                union all
                select month, user_id, center_id, spec_id, job_id, payer_id, payee_id, currency,
                    0, charged_calls, charged_calls * unit_price from service_meter where charged_calls > 0) used
            where month between :from and :to
                and (cast(:organisation as uuid) is null or payer_id = :organisation or payee_id = :organisation)
                and (cast(:user as uuid) is null or user_id = :user)
            group by 1, currency order by 1, currency limit :most
            """)
    List<CostSumView> sums(String by, String from, String to, UUID organisation, UUID user, int most);
}
