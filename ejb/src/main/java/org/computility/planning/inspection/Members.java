package org.computility.planning.inspection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.Makes;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The instances that inspections take in turn. Their rows are locked in the order of their numbers: no deadlock. */
interface Members {

    StatelessSession session();

    /** The instances that come next: first the instances that found no room in an earlier group of the round. */
    @SQL("""
            select id, number from task_instance
            where plan_id = :planId and wanted and (number > :afterNumber or postponed)
            order by number > :afterNumber, number limit :most
            """)
    List<Member> next(long planId, long afterNumber, int most);

    /** A member of a group. */
    record Member(UUID id, long number) {}

    /** The instances that a node has, or may have. */
    @SQL("""
            select id from task_instance where plan_id = :planId and state in ('STARTING', 'RUNNING', 'STOPPING')
            order by number
            """)
    List<UUID> active(long planId);

    /** A round begins: nothing is left of the round before, wherever it ended. */
    @SQL("""
            update task_instance i set postponed = false
            from (select id from task_instance where plan_id = :planId and postponed order by number for update) l
            where i.id = l.id
            """)
    int forgetRound(long planId);

    /** A round begins: all instances wait, whatever became of them in the round before. */
    @Makes(InstanceEvent.ROUND_BEGAN)
    @SQL("""
            update task_instance i set state = 'PENDING', message = null, retry_at = null, attempts = 0, changed_at = :now
            from (select id from task_instance where plan_id = :planId order by number for update) l
            where i.id = l.id and i.wanted and i.state in ('FINISHED', 'ERROR')
            """)
    int beginRound(long planId, Instant now);

    /** The next group starts as a whole: nothing of the plan starts by itself before. */
    @SQL("""
            update task_instance i set retry_at = null
            from (
                select id from task_instance where plan_id = :planId and retry_at is not null order by number for update) l
            where i.id = l.id
            """)
    int holdBack(long planId);

    /**
     * The group is over: none of its instances starts again by itself. An instance that found no second place has
     * missed its round; an instance that found no first place stays postponed.
     */
    @Makes(InstanceEvent.GROUP_CLOSED)
    @SQL("""
            update task_instance i set retry_at = null, changed_at = :now, postponed = l.stays,
                state = case when i.state = 'PENDING' and not l.stays then 'ERROR' else i.state end
            from (
                select id, postponed and state = 'PENDING' and retry_at is null as stays
                from task_instance where id = any(:ids) order by number for update) l
            where i.id = l.id and (i.retry_at is not null or i.state = 'PENDING' or i.postponed)
            """)
    int settle(UUID[] ids, Instant now);

    /** The inspection is over: nobody wants its instances any more. */
    @SQL("""
            update task_instance i set wanted = false
            from (select id from task_instance where plan_id = :planId order by number for update) l where i.id = l.id
            """)
    int release(long planId);
}
