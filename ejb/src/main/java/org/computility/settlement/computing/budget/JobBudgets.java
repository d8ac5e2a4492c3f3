package org.computility.settlement.computing.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/**
 * The rows of {@code job_budget}, and the meters that run. What runs has told how long it ran a minute ago, or less: it is taken
 * to run still.
 */
interface JobBudgets {

    StatelessSession session();

    /** A job that runs, and what it may cost. */
    record Used(UUID jobId, BigDecimal amount, String currency) {}

    /** Jobs that run and will have used their budget so many seconds from now. */
    @SQL("""
            select b.job_id, b.amount, b.currency
            from job_budget b
            where exists (select from job_meter m where m.job_id = b.job_id and not m.ended)
                and b.amount <= (
                    select coalesce(sum(s.seconds * s.nodes * s.unit_price), 0) from job_stretch s where s.job_id = b.job_id)
                + (
                    select coalesce(sum((case when m.ended then m.seconds else greatest(m.seconds, :ahead
                            + cast(floor(extract(epoch from cast(:now as timestamptz) - m.started_at)) as bigint)) end
                        - m.charged_seconds) * m.nodes * p.tier_prices[1]), 0)
                    from job_meter m
                    join price_version p on p.list = 'SPEC ' || m.spec_id and p.valid_from <= :now
                        and (p.valid_to is null or :now < p.valid_to)
                    where m.job_id = b.job_id and m.payee_id <> m.payer_id)
            """)
    List<Used> used(long ahead, Instant now);

    /** Who pays for what runs, and what of it is not charged so many seconds from now. */
    record Running(UUID payerId, String currency, BigDecimal uncharged) {}

    @SQL("""
            select m.payer_id, p.currency,
                sum((case when m.ended then m.seconds else greatest(m.seconds, :ahead
                    + cast(floor(extract(epoch from cast(:now as timestamptz) - m.started_at)) as bigint)) end
                - m.charged_seconds) * m.nodes * p.tier_prices[1])
            from job_meter m
            join price_version p on p.list = 'SPEC ' || m.spec_id and p.valid_from <= :now
                and (p.valid_to is null or :now < p.valid_to)
            where (not m.ended or m.charged_seconds < m.seconds) and m.payee_id <> m.payer_id and p.tier_prices[1] > 0
            group by m.payer_id, p.currency
            having bool_or(not m.ended)
            """)
    List<Running> running(long ahead, Instant now);

    /** The jobs of a payer that run at others' centers. */
    @SQL("""
            select distinct m.job_id from job_meter m
            join price_version p on p.list = 'SPEC ' || m.spec_id and p.valid_from <= :now
                and (p.valid_to is null or :now < p.valid_to)
            where m.payer_id = :payer and not m.ended and m.payee_id <> m.payer_id and p.currency = :currency
                and p.tier_prices[1] > 0
            """)
    List<UUID> jobs(UUID payer, String currency, Instant now);
}
