package org.computility.settlement.computing.months;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** Sums of {@code job_stretch} by month and center. */
interface MonthUses {

    StatelessSession session();

    /** Who ran what; and what was paid, of which {@code foreign} says how many payments are in another currency. */
    @SQL("""
            select count(distinct job_id), count(distinct user_id),
                cast(coalesce(sum(unit_price * seconds * nodes), 0) as numeric),
                count(*) filter (where order_id is not null and currency <> :currency)
            from job_stretch where month = :month and center_id = any(:centerIds)
            """)
    Totals totals(String month, String[] centerIds, String currency);

    @SQL("""
            select spec_id, cast(sum(seconds * nodes) as bigint) from job_stretch
            where month = :month and center_id = any(:centerIds) group by spec_id order by spec_id
            """)
    List<SpecUse> bySpec(String month, String[] centerIds);

    /** How many running times have seconds before that instant that are not charged, or not told yet. */
    @SQL("""
            select count(*) from job_meter
            where (charged_seconds < seconds or not ended) and center_id = any(:centerIds)
              and started_at + make_interval(secs => charged_seconds) < :end
            """)
    long uncharged(String[] centerIds, Instant end);

    /** A month of some centers. */
    record Totals(long jobs, long users, BigDecimal paid, long foreign) {}
}
