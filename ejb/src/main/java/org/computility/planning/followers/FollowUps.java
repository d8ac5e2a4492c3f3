package org.computility.planning.followers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.SelectionQuery;

/** The rows of {@code follow_up} as they are made, ended and read; {@link FollowerInstances} has those that run. */
interface FollowUps {

    StatelessSession session();

    /** Until the transaction ends, nobody else counts or makes follow-ups of the organisation. */
    @SQL("select cast(pg_advisory_xact_lock(hashtextextended(cast(:organisationId as text), 63)) as text)")
    String lock(UUID organisationId);

    /**
     * Makes a follow-up for each of these results and each of their followers, unless nobody wants the instance any more with
     * whose result the chain began, its followers are switched off, or the chain is too long. Beyond so many open ones,
     * in all and of one follower, they are counted as missed. An inspection that has come to its end was not stopped.
     *
     * @return how many were made
     */
    @SQL("""
            with asked as (
                select r.day, r.id, r.time, r.sequence, n.code, i.id as root, i.plan_id,
                    coalesce(f.depth, 0) + 1 as depth
                from unnest(:days, :ids, :instances, :capabilities, :times, :sequences)
                    r (day, id, instance, capability, time, sequence)
                join capability c on c.code = r.capability
                cross join unnest(c.followers) n (code)
                left join follow_up f on f.instance_id = r.instance
                join task_instance i on i.id = coalesce(f.root_instance, r.instance)
                join task_plan t on t.id = i.plan_id
                left join follower_plan o on o.plan_id = i.plan_id
                left join task_plan p on p.id = o.followers_id
                where (i.wanted or i.held or t.status = 'OFF' and t.round_count >= t.round_limit)
                  and coalesce(f.depth, 0) < :deepest and p.status is distinct from 'OFF'
                  and not exists (
                      select from follow_up known where known.parent_result = r.id and known.follower = n.code)),
            open as (
                select follower, count(*) as number, sum(count(*)) over () as total
                from follow_up where organisation_id = :organisationId and ended_at is null group by follower),
            own as (
                select a.*, coalesce(o.number, 0) + row_number()
                    over (partition by a.code order by a.time, a.sequence, a.id) <= :mostOfOne as fits
                from asked a left join open o on o.follower = a.code),
            placed as (
                select a.*, coalesce((select max(total) from open), 0)
                    + row_number() over (partition by a.fits order by a.time, a.sequence, a.id, a.code) as place
                from own a),
            missed as (
                insert into follower_plan (plan_id, missed)
                select plan_id, count(*) from placed where not fits or place > :most group by plan_id order by plan_id
                on conflict (plan_id) do update set missed = follower_plan.missed + excluded.missed),
            made as (
                insert into follow_up (id, parent_day, parent_result, follower, organisation_id, plan_id, root_instance,
                    depth, state, created_at)
                select gen_random_uuid(), day, id, code, :organisationId, plan_id, root, depth, 'OPEN', :now
                from placed where fits and place <= :most order by place
                on conflict (parent_result, follower) do nothing returning 1)
            select count(*) from made
            """)
    long make(
            LocalDate[] days,
            UUID[] ids,
            UUID[] instances,
            String[] capabilities,
            Instant[] times,
            Long[] sequences,
            UUID organisationId,
            int deepest,
            int most,
            int mostOfOne,
            Instant now);

    /** Ends the open follow-ups of a plan. */
    @SQL("""
            update follow_up set state = 'STOPPED', message = :message, ended_at = :now
            where plan_id = :planId and ended_at is null
            """)
    int stop(long planId, String message, Instant now);

    /** Ends these, each in its way. */
    @SQL("""
            update follow_up f set state = e.state, message = left(e.message, 1024), ended_at = :now
            from unnest(:ids, :states, :messages) e (id, state, message) where f.id = e.id and f.ended_at is null
            """)
    int end(UUID[] ids, String[] states, String[] messages, Instant now);

    /** Deletes what is known of follow-ups of these results, unless they are open or their instances are still there. */
    @SQL("""
            delete from follow_up f using unnest(:days, :ids) k (day, id)
            where f.parent_result = k.id and f.parent_day = k.day and f.ended_at is not null and not f.planned
            """)
    int purge(LocalDate[] days, UUID[] ids);

    @HQL("where planId = :planId order by createdAt desc, id")
    SelectionQuery<FollowUp> of(long planId);

    /** How the follow-ups of a plan stand; one row. */
    @SQL("""
            select (select followers_id from follower_plan where plan_id = :planId),
                count(*) filter (where state = 'OPEN'), count(*) filter (where state = 'DONE'),
                count(*) filter (where state = 'FAILED'), count(*) filter (where state = 'STOPPED'),
                coalesce((select missed from follower_plan where plan_id = :planId), 0)
            from follow_up where plan_id = :planId
            """)
    Counts counts(long planId);

    /** How many stand how; {@code missed} were never made. */
    record Counts(Long followersPlanId, long open, long done, long failed, long stopped, long missed) {

        long total() {
            return open + done + failed + stopped;
        }
    }
}
