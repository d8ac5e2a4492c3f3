package org.computility.settlement.computing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code service_meter}. */
interface ServiceMeters {

    StatelessSession session();

    /** Adds calls of a minute; whoever adds at the same time is waited for. */
    @SQL("""
            insert into service_meter (id, job_id, center_id, spec_id, user_id, payer_id, payee_id, at, month, calls)
            values (:id, :job, :center, :spec, :user, :payer, :payee, :at, :month, :calls)
            on conflict (id) do update set calls = service_meter.calls + excluded.calls
            """)
    int add(
            UUID id,
            UUID job,
            String center,
            String spec,
            UUID user,
            UUID payer,
            UUID payee,
            Instant at,
            String month,
            long calls);

    /** Some that are to be charged and began before that moment, the earliest first. */
    @SQL("""
            select id from service_meter
            where charged_calls < calls and at <= :before and (retry_at is null or retry_at <= :now)
            order by at limit :most
            """)
    List<UUID> due(Instant before, Instant now, int most);

    /** The budget of a service, where it has one, is used so much more. */
    @SQL("update job_budget set calls_amount = calls_amount + :amount where job_id = :job")
    int spend(UUID job, BigDecimal amount);

    /** Locked until the transaction ends; none where another server has it. */
    @SQL("select * from service_meter where id = :id for no key update skip locked")
    Optional<ServiceMeter> lock(UUID id);
}
