package org.computility.settlement.computing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code service_meter}. */
interface ServiceMeters {

    StatelessSession session();

    /**
     * Adds calls of a minute; whoever adds at the same time is waited for. The lock comes first: the table has a second unique key, and of
     * two who insert the same row at once one would fail by that key.
     */
    @SQL("""
            insert into service_meter (id, job_id, center_id, spec_id, user_id, payer_id, payee_id, at, month, calls)
            select cast(:id as uuid), cast(:job as uuid), cast(:center as text), cast(:spec as text), cast(:user as uuid),
                cast(:payer as uuid), cast(:payee as uuid), cast(:at as timestamptz), cast(:month as text),
                cast(:calls as bigint)
            from pg_advisory_xact_lock(hashtextextended(cast(cast(:id as uuid) as text), 0)) held
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

    /** Locked until the transaction ends; none where another server has it. */
    @SQL("select * from service_meter where id = :id for no key update skip locked")
    Optional<ServiceMeter> lock(UUID id);
}
