package org.computility.settlement.computing.months;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** Sums of {@code job_stretch} and {@code service_meter} by month and center. */
interface MonthUses {

    StatelessSession session();

    /** Who ran what; and what was paid, of which {@code foreign} says how many payments are in another currency. */
    @SQL("""
            select count(distinct job_id), count(distinct user_id), cast(coalesce(sum(amount), 0) as numeric),
                count(*) filter (where order_id is not null and currency <> :currency)
            from (
                select job_id, user_id, unit_price * seconds * nodes as amount, order_id, currency from job_stretch
                where month = :month and center_id = any(:centerIds)
                union all
                select job_id, user_id, unit_price * charged_calls, order_id, currency from service_meter
                where month = :month and center_id = any(:centerIds) and charged_calls > 0) used
            """)
    Totals totals(String month, String[] centerIds, String currency);

    @SQL("""
            select spec_id, cast(sum(seconds * nodes) as bigint) from job_stretch
            where month = :month and center_id = any(:centerIds) group by spec_id order by spec_id
            """)
    List<SpecUse> bySpec(String month, String[] centerIds);

    /** How many running times have seconds before that instant, and minutes calls, that are not charged, or not told yet. */
    @SQL("""
            select (select count(*) from job_meter
                where (charged_seconds < seconds or not ended) and center_id = any(:centerIds)
                  and started_at + make_interval(secs => charged_seconds) < :end)
                + (select count(*) from service_meter
                where charged_calls < calls and center_id = any(:centerIds) and at < :end)
            """)
    long uncharged(String[] centerIds, Instant end);

    /** A month of some centers. */
    record Totals(long jobs, long users, BigDecimal paid, long foreign) {}
}
