package org.computility.planning.inspection;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.Makes;
import org.computility.shared.database.Columns;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The instances that inspections take in turn. Their rows are locked in the order of their numbers: no deadlock. */
interface Members {

    StatelessSession session();

    /**
     * The instances that come next in each of these plans, in their order: first the instances that found no room in an
     * earlier group of the round.
     */
    default Map<Long, List<Member>> next(Collection<Standing> standings) {
        return next(
                        Columns.of(standings, Standing::id, Long[]::new),
                        Columns.of(standings, Standing::afterNumber, Long[]::new),
                        Columns.of(standings, Standing::concurrency, Integer[]::new))
                .stream()
                .collect(Collectors.groupingBy(Member::planId));
    }

    @SQL("""
            select m.plan_id, m.id, m.number
            from unnest(:planIds, :afterNumbers, :most) p (plan_id, after_number, most) cross join lateral (
                select plan_id, id, number, number > p.after_number as later from task_instance
                where plan_id = p.plan_id and wanted and (number > p.after_number or postponed)
                order by later, number limit p.most) m
            order by m.plan_id, m.later, m.number
            """)
    List<Member> next(Long[] planIds, Long[] afterNumbers, Integer[] most);

    /** The plans in whose round somebody comes behind that number, or found no room before. */
    @SQL("""
            select p.plan_id from unnest(:planIds, :numbers) p (plan_id, number)
            where exists (select 1 from task_instance i
                where i.plan_id = p.plan_id and i.wanted and (i.number > p.number or i.postponed))
            """)
    List<Long> behind(Long[] planIds, Long[] numbers);

    /** A member of a group. */
    record Member(long planId, UUID id, long number) {}

    /** The instances that a node has, or may have. */
    @SQL("""
            select id from task_instance where plan_id = :planId and state in ('STARTING', 'RUNNING', 'STOPPING')
            order by number
            """)
    List<UUID> active(long planId);

    /** A round begins: nothing is left of the round before, wherever it ended. */
    @SQL("""
            update task_instance i set postponed = false
            from (select id from task_instance where plan_id = any(:planIds) and postponed order by number for update) l
            where i.id = l.id
            """)
    int forgetRound(Long[] planIds);

    /** A round begins: all instances wait, whatever became of them in the round before. */
    @Makes(InstanceEvent.ROUND_BEGAN)
    @SQL("""
            update task_instance i set state = 'PENDING', message = null, retry_at = null, attempts = 0, changed_at = :now
            from (select id from task_instance where plan_id = any(:planIds) order by number for update) l
            where i.id = l.id and i.wanted and i.state in ('FINISHED', 'ERROR')
            """)
    int beginRound(Long[] planIds, Instant now);

    /** The next group starts as a whole: nothing of the plan starts by itself before. What nodes still have keeps its stop. */
    @SQL("""
            update task_instance i set retry_at = null
            from (
                select id from task_instance where plan_id = any(:planIds) and retry_at is not null
                    and state not in ('STARTING', 'RUNNING', 'STOPPING')
                order by number for update) l
            where i.id = l.id
            """)
    int holdBack(Long[] planIds);

    /**
     * The group is over: none of its instances starts again by itself. An instance that found no second place has
     * missed its round; an instance that found no first place stays postponed.
     */
    @Makes(InstanceEvent.GROUP_CLOSED)
    @SQL("""
            update task_instance i set changed_at = :now, postponed = l.stays,
                retry_at = case when i.state in ('STARTING', 'RUNNING', 'STOPPING') then i.retry_at end,
                state = case when i.state = 'PENDING' and not l.stays then 'ERROR' else i.state end
            from (
                select id, postponed and state = 'PENDING' and retry_at is null as stays
                from task_instance where id = any(:ids) order by number for update) l
            where i.id = l.id and (i.retry_at is not null or i.state = 'PENDING' or i.postponed)
            """)
    int settle(UUID[] ids, Instant now);

    /** The inspection is over: nobody wants its instances any more. */
    @SQL("""
            with l as (select id from task_instance where plan_id = any(:planIds) order by number for update),
            changed as (update task_instance i set wanted = false from l where i.id = l.id returning i.id),
            foretold as (
                delete from instance_forecast f using changed where f.instance_id = changed.id and f.started_at is null)
            select cast(count(*) as integer) from changed
            """)
    int release(Long[] planIds);
}
