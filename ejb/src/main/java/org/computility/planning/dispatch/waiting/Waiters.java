package org.computility.planning.dispatch.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.planning.state.InstanceState;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** What is read to tell why an instance waits, and what it was told. */
interface Waiters {

    StatelessSession session();

    /** One instance, whoever has it. */
    @SQL("""
        select i.id, i.number, i.priority, i.algo_def_code, i.device_id, i.pinned_service, i.organisation_id, i.state,
               i.wanted and (p.mode = 'PERIODIC' or p.status = 'ON') and i.state in ('PENDING', 'YIELDED', 'ERROR')
                   and (i.retry_at is not null or p.mode = 'INSPECTIVE' and i.state = 'PENDING') as waits,
               i.retry_at, i.service_id, i.compute_code, p.mode = 'PERIODIC' and i.attempts < 3 as contends
        from task_instance i join task_plan p on p.id = i.plan_id
        where i.id = :id
        """)
    Optional<Asked> asked(UUID id);

    /**
     * An instance that is asked for.
     *
     * @param contends whether others may have to give way to it
     */
    record Asked(
            UUID id,
            long number,
            short priority,
            String algoDefCode,
            String deviceId,
            UUID pinned,
            UUID organisationId,
            String state,
            boolean waits,
            Instant notBefore,
            UUID serviceId,
            String computeCode,
            boolean contends) {

        Waiter waiter() {
            return new Waiter(id, number, priority, algoDefCode, deviceId, pinned);
        }

        /** Whoever gave way takes no place. */
        boolean isPending() {
            return !InstanceState.YIELDED.name().equals(state);
        }
    }

    /** Others of the organisation that are to start now, the first in their order. */
    @SQL("""
        select i.id, i.number, i.priority, i.algo_def_code, i.device_id, i.pinned_service
        from task_instance i join task_plan p on p.id = i.plan_id
        where i.organisation_id = :organisationId and i.id <> :without and i.wanted
          and (i.state in ('PENDING', 'ERROR') and i.retry_at <= :now or i.state = 'YIELDED')
          and (p.mode = 'PERIODIC' or p.group_started_at + (p.duration - 1) * interval '1 second' > :now)
        order by i.priority desc, i.number limit :most
        """)
    List<Due> due(UUID organisationId, UUID without, Instant now, int most);

    /** An instance that is to start. */
    record Due(UUID id, long number, short priority, String algoDefCode, String deviceId, UUID pinned) {

        Waiter waiter() {
            return new Waiter(id, number, priority, algoDefCode, deviceId, pinned);
        }
    }

    /** What these services have, and until when, where that is known. */
    @SQL("""
        select i.service_id, case when p.mode = 'INSPECTIVE'
                                  then p.group_started_at + p.duration * interval '1 second' end as ends_at
        from task_instance i join task_plan p on p.id = i.plan_id
        where i.service_id = any(:services) and i.state in ('STARTING', 'RUNNING', 'STOPPING')
        """)
    List<Held> held(UUID[] services);

    /** A task of a service. */
    record Held(UUID serviceId, Instant endsAt) {}

    /** Keeps when a waiting instance is first said to start. */
    @SQL("""
        insert into instance_forecast (instance_id, made_at, forecast_start)
        select id, cast(:now as timestamptz), cast(:start as timestamptz) from task_instance where id = :id
        on conflict (instance_id) where started_at is null do nothing
        """)
    int foretell(UUID id, Instant now, Instant start);

    /** What a waiting instance was first told. */
    @SQL("select forecast_start from instance_forecast where instance_id = :id and started_at is null")
    Optional<Instant> foretold(UUID id);

    /** It waits no longer, and never began. */
    @SQL("delete from instance_forecast where instance_id = :id and started_at is null")
    int giveUp(UUID id);

    @SQL("delete from instance_forecast where started_at < :before")
    int forget(Instant before);

    /** Of the last that began after a forecast: how many, and how many by then. Turns come every five seconds. */
    @SQL("""
        select count(*) as made, count(*) filter (where started_at <= forecast_start + interval '10 seconds') as kept
        from (select started_at, forecast_start from instance_forecast
              where started_at is not null order by started_at desc limit 100) last
        """)
    InstancePlacementView.HitRate hitRate();
}
