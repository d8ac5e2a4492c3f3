package org.computility.planning.dispatch.preemption;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.planning.state.Guard;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.Makes;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The statements of a preemption. Rows that others hold are skipped: whoever gives way is chosen anew in a moment. */
interface Preemptions {

    String CLAIMS = """
            select i.id, i.number, i.priority, i.organisation_id, i.algo_def_code, i.pinned_service
            from task_instance i join task_plan p on p.id = i.plan_id
            where i.state = 'PENDING' and i.priority > 0 and i.attempts < 3 and p.mode = 'PERIODIC' and i.id
            """;

    String LOCKED = """
            with l as (
                select id, state from task_instance where id = any(:ids) order by number for update),
            c as (select * from unnest(:ids, :messages) c (id, message)),
            changed as (
                update task_instance i set changed_at = :now,
            """;

    String TOLD = """
                from l, c where i.id = l.id and c.id = l.id and i.preempted_by is not null and
            """ + Guard.IF + "l.state = 'STOPPING'" + Guard.THEN;

    /** An instance that ran this long before it gave way has not failed in succession. */
    Duration HEALTHY = Duration.ofMinutes(5);

    StatelessSession session();

    /**
     * Those of the waiting instances that may take a place, in the order of their claims. An instance that failed three times
     * in succession takes nobody's place: it would come and go.
     */
    @SQL(CLAIMS + " = any(:ids) order by i.priority desc, i.number")
    List<Contender> contenders(UUID[] ids);

    /** For whom a node is ending another instance, or was asked to a moment ago. */
    @SQL("""
            select distinct preempted_by from task_instance
            where preempted_by = any(:ids) and (state = 'STOPPING'
                or state in ('STARTING', 'RUNNING', 'YIELDED') and changed_at > :recently)
            """)
    List<UUID> served(UUID[] ids, Instant recently);

    /**
     * Who runs at these services and could give way, in the order of giving way: the lowest priority first, of equals the
     * youngest run. Of each service no more than that. Members of inspections' groups have their slice and keep it.
     *
     * @param spared instances that their node did not end are asked again when that happened before
     */
    @SQL("""
            select i.id, i.service_id, i.compute_code, i.priority
            from unnest(:services) s (id) cross join lateral (
                select t.id, t.number, t.service_id, t.compute_code, t.priority, r.started_at
                from task_instance t join task_plan p on p.id = t.plan_id
                    left join instance_run r on r.instance_id = t.id and r.ended_at is null
                where t.service_id = s.id and t.state in ('STARTING', 'RUNNING') and t.wanted and p.mode = 'PERIODIC'
                    and t.priority < :below and (t.preempted_by is null or t.changed_at < :spared)
                order by t.priority, r.started_at desc nulls last, t.number desc limit :most) i
            order by i.priority, i.started_at desc nulls last, i.number desc
            """)
    List<Tenant> tenants(UUID[] services, int below, Instant spared, int most);

    /**
     * Who is being stopped at these services for nobody else: places that come by themselves. An instance that its node did
     * not end when it was told has the node's words, may stay for long, and is none. A group's places are its next group's.
     */
    @SQL("""
            select i.id, i.service_id, i.compute_code, cast(-1 as smallint) as priority
            from task_instance i join task_plan p on p.id = i.plan_id
            where i.service_id = any(:services) and i.state = 'STOPPING' and i.preempted_by is null
                and i.message is null and p.mode = 'PERIODIC'
            order by i.number
            """)
    List<Tenant> leavers(UUID[] services);

    /** Who is being stopped for that one. */
    @SQL("""
            select id, service_id, compute_code, priority from task_instance
            where preempted_by = :taker and state = 'STOPPING' limit 1
            """)
    Optional<Tenant> leaving(UUID taker);

    /**
     * Marks these as being stopped for the takers; answers those that were marked.
     *
     * @param again nodes are told anew then, should this server die before it has noted their answers
     */
    default List<UUID> order(UUID[] ids, UUID[] takers, Instant again, Instant now) {
        return order(ids, takers, again, now.minus(HEALTHY), now);
    }

    /** @param healthy whoever has run since before that has not failed in succession, as after any other stop */
    @Makes(InstanceEvent.STOP_ORDERED)
    @SQL("""
            with c as (select * from unnest(:ids, :takers) c (id, taker)),
            l as (select t.id, t.changed_at from task_instance t where t.id = any(:ids) and t.state in ('STARTING', 'RUNNING')
                  for update skip locked),
            changed as (
                update task_instance i set state = 'STOPPING', preempted_by = c.taker, changed_at = :now,
                    retry_at = cast(:again as timestamptz),
                    attempts = case when l.changed_at < :healthy then 0 else i.attempts end
                from l, c where i.id = l.id and c.id = l.id returning i.id)
            select id from changed
            """)
    List<UUID> order(UUID[] ids, UUID[] takers, Instant again, Instant healthy, Instant now);

    /** These wait for a place that is being freed: they are tried every second. */
    @SQL("""
            update task_instance i set retry_at = :now, message = cast(:message as text)
            from unnest(:ids) c (id) where i.id = c.id and i.state = 'PENDING'
            """)
    int await(UUID[] ids, String message, Instant now);

    /** Those of these that gave way wait on for room, and keep saying why. */
    @SQL("""
            update task_instance i set retry_at = :later
            from unnest(:ids) c (id) where i.id = c.id and i.state = 'YIELDED'
            """)
    int waitOn(UUID[] ids, Instant later);

    /** Their nodes have ended them. Whoever is not wanted any more is paused as by a person. */
    @Makes(InstanceEvent.YIELDED)
    @SQL(LOCKED + """
                    state = case when i.wanted then 'YIELDED' else 'PAUSED' end,
                    preempted_by = case when i.wanted then i.preempted_by end,
                    message = case when i.wanted then c.message end,
                    retry_at = case when i.wanted then cast(:now as timestamptz) end
            """ + TOLD + """
                returning i.id, c.message),
            ended as (
                update instance_run r set ended_at = :now, outcome = 'PREEMPTED', message = changed.message
                from changed cross join lateral (
                    select id from instance_run where instance_id = changed.id and ended_at is null offset 0) o
                where r.id = o.id returning r.id)
            select count(*) from ended
            """)
    long yielded(UUID[] ids, String[] messages, Instant now);

    /**
     * Their nodes did not end them: they run on. What nobody wants any more is being stopped all the same, no longer for
     * others.
     *
     * @param again their nodes are told anew then to stop what nobody wants
     */
    @Makes(InstanceEvent.SPARED)
    @SQL(LOCKED + """
                    state = case when i.wanted then 'RUNNING' else 'STOPPING' end, message = c.message,
                    preempted_by = case when i.wanted then i.preempted_by end,
                    retry_at = case when not i.wanted then cast(:again as timestamptz) end
            """ + TOLD + """
                returning i.id)
            select count(*) from changed
            """)
    long spared(UUID[] ids, String[] messages, Instant again, Instant now);
}
