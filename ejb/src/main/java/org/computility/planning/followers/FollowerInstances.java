package org.computility.planning.followers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/**
 * The rows of {@code follow_up} with the instances that look, and of {@code follower_plan} with the plans of these instances.
 * Nobody waits for follow-ups that another server holds.
 */
interface FollowerInstances {

    StatelessSession session();

    /** Whether there is anything to be done, now or later. */
    @SQL("""
            select exists (select 1 from follow_up where ended_at is null or planned)
                or exists (select 1 from follower_plan where plan_id is null)
            """)
    boolean isAnyOpen();

    /** Plans that have follow-ups and no plan for their followers yet. */
    @SQL("""
            select distinct f.plan_id from follow_up f left join follower_plan o on o.plan_id = f.plan_id
            where f.ended_at is null and not f.planned and o.followers_id is null order by f.plan_id
            """)
    List<Long> withoutPlan();

    @SQL("""
            insert into follower_plan (plan_id) select id from task_plan where id = :planId
            on conflict (plan_id) do nothing
            """)
    int note(long planId);

    /** What a plan for the followers of that plan is called, and whose it is; empty when there is one; the row is locked. */
    @SQL("""
            select o.plan_id, p.name, p.organisation_id from follower_plan o join task_plan p on p.id = o.plan_id
            where o.plan_id = :planId and o.followers_id is null for update of o
            """)
    List<Followed> lockWithoutPlan(long planId);

    /** A plan whose results are followed. */
    record Followed(long planId, String name, UUID organisationId) {}

    @SQL("update follower_plan set followers_id = :followersId where plan_id = :planId")
    int found(long planId, long followersId);

    /** Open follow-ups without an instance whose plan is there, the oldest first, locked. */
    @SQL("""
            select f.id, cast(f.parent_day as text), f.parent_result, f.follower, o.followers_id, cast(i.priority as integer),
                case when not exists (select from compute_node n where n.code = i.device_id) then i.device_id end, f.created_at
            from follow_up f join follower_plan o on o.plan_id = f.plan_id join task_plan p on p.id = o.followers_id
            join task_instance i on i.id = f.root_instance
            where f.ended_at is null and not f.planned and p.status = 'ON'
            order by f.created_at, f.id limit :most for update of f skip locked
            """)
    List<Waiting> waiting(int most);

    /**
     * A follow-up that waits for its instance.
     *
     * @param parentDay an ISO date
     * @param deviceId of the instance with whose result the chain began; null where that is a node, to which followers are not bound
     */
    record Waiting(
            UUID id,
            String parentDay,
            UUID parentResult,
            String follower,
            long followersPlanId,
            int priority,
            String deviceId,
            Instant createdAt) {}

    /** These have got their instances. */
    @SQL("""
            update follow_up f set instance_id = n.instance, planned = true
            from unnest(:ids, :instances) n (id, instance) where f.id = n.id
            """)
    int planned(UUID[] ids, UUID[] instances);

    /** Open follow-ups that have to end, locked; {@link Standing} says how. */
    @SQL("""
            select f.id, f.planned, case when i.state = 'PAUSED' and i.held then 'PENDING' else i.state end, i.message,
                coalesce(r.wanted or r.held or t.status = 'OFF' and t.round_count >= t.round_limit, false),
                p.status is distinct from 'OFF', f.created_at < :due
            from follow_up f left join task_instance i on i.id = f.instance_id
            left join task_instance r on r.id = f.root_instance left join task_plan t on t.id = r.plan_id
            left join follower_plan o on o.plan_id = f.plan_id left join task_plan p on p.id = o.followers_id
            where f.ended_at is null
              and (f.created_at < :due or p.status = 'OFF'
                or not coalesce(r.wanted or r.held or t.status = 'OFF' and t.round_count >= t.round_limit, false)
                or f.planned and (i.id is null or i.state in ('FINISHED', 'ERROR') or i.state = 'PAUSED' and not i.held))
            order by f.created_at, f.id limit :most for update of f skip locked
            """)
    List<Standing> over(Instant due, int most);

    /**
     * Nobody wants the instances of ended follow-ups any more; answers those that nodes have. Where this server dies before
     * it tells the nodes, another one does so when their moment comes.
     */
    @SQL("""
            with l as (
                select i.id from follow_up f join task_instance i on i.id = f.instance_id
                where f.planned and f.ended_at is not null and i.wanted
                  and i.state in ('STARTING', 'RUNNING', 'STOPPING')
                order by i.number for update of i),
            changed as (
                update task_instance i set wanted = false, held = false, changed_at = :now,
                    retry_at = cast(:now as timestamptz) + interval '10 seconds'
                from l where i.id = l.id returning i.id)
            select id from changed
            """)
    List<UUID> unwant(Instant now);

    /** Deletes the instances of ended follow-ups that no node has. Their results, and what is known of the follow-ups, stay. */
    @SQL("""
            with ended as (
                select f.id, i.id as instance
                from follow_up f left join task_instance i on i.id = f.instance_id
                where f.planned and f.ended_at is not null
                  and (i.id is null or i.state not in ('STARTING', 'RUNNING', 'STOPPING'))
                order by f.created_at, f.id limit :most for update of f skip locked),
            l as (
                select id from task_instance where id in (select instance from ended) order by number for update),
            gone as (
                delete from task_instance i using l
                where i.id = l.id and i.state not in ('STARTING', 'RUNNING', 'STOPPING') returning i.id, i.plan_id),
            forgotten as (
                delete from instance_run r using gone where r.plan_id = gone.plan_id and r.instance_id = gone.id),
            swept as (
                update follow_up f set planned = false from ended e
                where f.id = e.id and (e.instance is null or e.instance in (select id from gone)) returning 1)
            select count(*) from swept
            """)
    long sweep(int most);

    /** Deletes the plans of followers whose plan is gone, once their last instance is. */
    @SQL("""
            with abandoned as (
                select o.id, o.followers_id from follower_plan o
                where o.plan_id is null
                  and not exists (select from task_instance i where i.plan_id = o.followers_id)
                for update skip locked),
            plans as (delete from task_plan p using abandoned a where p.id = a.followers_id),
            known as (delete from follower_plan o using abandoned a where o.id = a.id returning 1)
            select count(*) from known
            """)
    long dropAbandoned();
}
