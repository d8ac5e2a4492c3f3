package org.computility.settlement.computing.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.settlement.computing.costs.Uncharged;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code job_budget}, and the meters that run. */
interface JobBudgets {

    /** The price of now of calls, where a meter's job was called and calls cost something: a service may cost nothing else. */
    String PAID_CALLS = " join price_version c on c.list = 'SPEC_CALLS ' || m.spec_id and c.valid_from <= :now"
            + " and (c.valid_to is null or :now < c.valid_to) and c.tier_prices[1] > 0"
            + " and exists (select from service_meter s where s.job_id = m.job_id)";

    StatelessSession session();

    /** A job that runs, and what it may cost. */
    record Used(UUID jobId, BigDecimal amount, String currency) {}

    /** Jobs that run and will have used their budget so many seconds from now. */
    @SQL("select b.job_id, b.amount, b.currency from job_budget b"
            + " where exists (select from job_meter m where m.job_id = b.job_id and not m.ended)"
            + " and b.amount <= b.calls_amount"
            + " + (select sum(m.charged_amount) from job_meter m where m.job_id = b.job_id) + ("
            + " select coalesce(sum(" + Uncharged.AMOUNT + "), 0) from job_meter m join " + Uncharged.PRICE
            + " where m.job_id = b.job_id and m.payee_id <> m.payer_id)")
    List<Used> used(long ahead, Instant now);

    /** Who pays somebody for what runs. */
    record Payer(UUID payerId, String currency) {}

    @SQL("select m.payer_id, p.currency from job_meter m join " + Uncharged.PRICE
            + " where not m.ended and m.payee_id <> m.payer_id and p.tier_prices[1] > 0"
            + " union select m.payer_id, c.currency from job_meter m" + PAID_CALLS
            + " where not m.ended and m.payee_id <> m.payer_id")
    List<Payer> payers(Instant now);

    /** What of a payer's running time is not charged so many seconds from now. */
    @SQL("select coalesce(sum(" + Uncharged.AMOUNT + "), 0) from job_meter m join " + Uncharged.PRICE
            + " where m.payer_id = :payer and p.currency = :currency and m.payee_id <> m.payer_id"
            + " and (not m.ended or m.charged_seconds < m.seconds)")
    BigDecimal uncharged(UUID payer, String currency, long ahead, Instant now);

    /** The jobs of a payer that run at others' centers. */
    @SQL("select m.job_id from job_meter m join " + Uncharged.PRICE
            + " where m.payer_id = :payer and not m.ended and m.payee_id <> m.payer_id and p.currency = :currency"
            + " and p.tier_prices[1] > 0"
            + " union select m.job_id from job_meter m" + PAID_CALLS
            + " where m.payer_id = :payer and not m.ended and m.payee_id <> m.payer_id and c.currency = :currency")
    List<UUID> jobs(UUID payer, String currency, Instant now);
}
