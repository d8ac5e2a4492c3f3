package org.computility.planning.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.planning.state.Guard;
import org.computility.planning.state.InstanceEvent;
import org.computility.planning.state.InstanceState;
import org.computility.planning.state.Makes;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** The statements that end runs. Rows are locked in the order of their numbers, so that two of them never deadlock. */
interface Ends {

    /** A failed instance waits 1, 2, 4 … seconds, and never longer than this. */
    Duration LONGEST = Duration.ofMinutes(5);

    /** An instance that ran this long before its run ended, however that was, has not failed in succession. */
    Duration HEALTHY = Duration.ofMinutes(5);

    /** Later than any change. */
    Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    String ACTIVE = " in ('STARTING', 'RUNNING', 'STOPPING')";

    /** For rows that a statement has by their IDs already; see {@link Guard}. */
    String HELD = Guard.IF + "l.state" + ACTIVE + Guard.THEN;

    /** Of these, the rows that are being stopped. A row that was started anew meanwhile is another run's. */
    String TOLD = Guard.IF + "l.state = 'STOPPING'" + Guard.THEN;

    /** The open runs of the changed instances: looked up one by one, however few open runs the statistics promise. */
    String OPEN_RUNS = """
            changed cross join lateral (
                select id from instance_run where instance_id = changed.id and ended_at is null offset 0) o
            """;

    String LOCKED = """
            with l as (
                select id, state, changed_at from task_instance where id = any(:ids) order by number for update)
            """;

    StatelessSession session();

    /** Those of them that have their place at that node, locked. */
    @SQL("select id from task_instance where id = any(:ids) and compute_code = :computeCode order by number for update")
    List<UUID> heldAt(UUID[] ids, String computeCode);

    /** Marks the instances that nodes have as STOPPING, and answers them. Whoever calls this has nodes told anew himself. */
    default List<ActiveTask> stopping(UUID[] ids, Instant now) {
        return stopping(ids, null, now);
    }

    /** The same; nodes are told anew at that moment (null: not by the clock of retries) if these are STOPPING still. */
    default List<ActiveTask> stopping(UUID[] ids, Instant again, Instant now) {
        return stopping(ids, again, now.minus(HEALTHY), now);
    }

    @Makes(InstanceEvent.STOP_ORDERED)
    @SQL(LOCKED + """
            , changed as (
                update task_instance i set state = 'STOPPING', changed_at = :now,
                    retry_at = cast(:again as timestamptz),
                    attempts = case when l.changed_at < :healthy then 0 else i.attempts end,
                    preempted_by = case when l.state = 'STOPPING' then i.preempted_by end
                from l where i.id = l.id and
            """ + HELD + """
                returning i.id, i.compute_code)
            select id, compute_code from changed
            """)
    List<ActiveTask> stopping(UUID[] ids, Instant again, Instant healthy, Instant now);

    /** Their nodes have not ended them yet, and say why: they are asked again at that moment. */
    @SQL(LOCKED + """
            , c as (select * from unnest(:ids, :messages) c (id, message)),
            changed as (
                update task_instance i set message = c.message, retry_at = :again
                from l, c where i.id = l.id and c.id = l.id and
            """ + TOLD + """
                returning i.id)
            select count(*) from changed
            """)
    long stillThere(UUID[] ids, String[] messages, Instant again);

    /**
     * These are stopped. An instance that nobody wants any more is paused; any other waits again. An instance of a
     * periodic plan was started anew meanwhile, so it waits for the next moment only. The runs end with that outcome.
     * Where two stops came at once and a start after the first, the second ends nothing more.
     *
     * @param next the state of the wanted instances afterwards: PENDING or FINISHED
     */
    @Makes({InstanceEvent.STOPPED, InstanceEvent.TIMED_OUT})
    @SQL(LOCKED + """
            , changed as (
                update task_instance i set changed_at = :now, message = cast(:message as text), preempted_by = null,
                    retry_at = case when i.wanted and p.mode = 'PERIODIC' then cast(:now as timestamptz) end,
                    state = case when i.wanted then :next else 'PAUSED' end
                from l, task_plan p where i.id = l.id and p.id = i.plan_id and
            """ + TOLD + """
                returning i.id),
            ended as (
                update instance_run r set ended_at = :now, outcome = :outcome, message = cast(:message as text)
                from
            """ + OPEN_RUNS + """
                where r.id = o.id returning r.id)
            select count(*) from ended
            """)
    long stopped(UUID[] ids, String next, String outcome, String message, Instant now);

    /** These left their places for others: whoever is wanted is tried at once, members of inspections as well. */
    @SQL("""
            update task_instance i set retry_at = :now
            from (
                select id from task_instance where id = any(:ids) and wanted and state = 'PENDING' and retry_at is null
                order by number for update) l
            where i.id = l.id
            """)
    int tryAtOnce(UUID[] ids, Instant now);

    /**
     * These ended by themselves, well or not; or they were told to, and the node's news comes before its answer. Where
     * the plan restarts failed instances, an instance of an inspection gets its next try too, but not once its group is
     * being stopped.
     *
     * @param messages what is said of each
     * @param state FINISHED or ERROR
     */
    default long ended(Map<UUID, String> messages, InstanceState state, String outcome, Instant now) {
        return ended(
                messages.keySet().toArray(new UUID[0]),
                messages.values().toArray(new String[0]),
                state.name(),
                outcome,
                now.minus(HEALTHY),
                LONGEST.toSeconds(),
                now);
    }

    @Makes({InstanceEvent.FINISHED, InstanceEvent.FAILED})
    @SQL(LOCKED + """
            , c as (select * from unnest(:ids, :messages) c (id, message)),
            changed as (
                update task_instance i set changed_at = :now, preempted_by = null,
                    message = case when i.wanted or :state = 'ERROR' then c.message end,
                    attempts = case when :state = 'FINISHED' or i.changed_at < :healthy then 0
                        else least(i.attempts + 1, 20) end,
                    state = case when i.wanted and l.state = 'STOPPING' and p.mode = 'PERIODIC' then 'PENDING'
                        when i.wanted or :state = 'ERROR' then :state else 'PAUSED' end,
                    retry_at = case when i.wanted and l.state = 'STOPPING'
                        then case when p.mode = 'PERIODIC' then cast(:now as timestamptz) end
                        when :state = 'ERROR' and i.wanted and p.auto_restart
                        then cast(:now as timestamptz) + least(:longest, 2 ^ least(i.attempts, 20)) * interval '1 second' end
                from l, c, task_plan p where i.id = l.id and c.id = l.id and p.id = i.plan_id and
            """ + HELD + """
                returning i.id, c.message, l.state = 'STOPPING' and (not i.wanted or p.mode = 'PERIODIC') as told),
            ended as (
                update instance_run r set ended_at = :now, message = changed.message,
                    outcome = case when changed.told then 'STOPPED' else :outcome end
                from
            """ + OPEN_RUNS + """
                where r.id = o.id returning r.id)
            select count(*) from ended
            """)
    long ended(
            UUID[] ids, String[] messages, String state, String outcome, Instant healthy, double longest, Instant now);

    /**
     * Their node broke them off, and nobody had told it to, or could not take them yet: they run again, somewhere else or
     * there, whether or not the plan restarts failed instances. A node that does so again and again is asked less and
     * less often.
     *
     * @param messages what is said of each
     * @param outcome of the runs: LOST or REFUSED
     */
    default long brokenOff(Map<UUID, String> messages, String outcome, Instant now) {
        return brokenOff(
                messages.keySet().toArray(new UUID[0]),
                messages.values().toArray(new String[0]),
                outcome,
                now.minus(HEALTHY),
                LONGEST.toSeconds(),
                now);
    }

    @Makes(InstanceEvent.LOST)
    @SQL(LOCKED + """
            , c as (select * from unnest(:ids, :messages) c (id, message)),
            changed as (
                update task_instance i set changed_at = :now, preempted_by = null,
                    message = case when i.wanted then coalesce(c.message, 'The node ended it; it runs again.') end,
                    attempts = case when i.changed_at < :healthy then 0 else least(i.attempts + 1, 20) end,
                    state = case when i.wanted then 'PENDING' else 'PAUSED' end,
                    retry_at = case when i.wanted then cast(:now as timestamptz) + least(:longest,
                        2 ^ case when i.changed_at < :healthy then 0 else least(i.attempts, 20) end)
                        * interval '1 second' end
                from l, c where i.id = l.id and c.id = l.id and
            """ + HELD + """
                returning i.id, coalesce(c.message, i.message) as message),
            ended as (
                update instance_run r set ended_at = :now, outcome = :outcome, message = changed.message
                from
            """ + OPEN_RUNS + """
                where r.id = o.id returning r.id)
            select count(*) from ended
            """)
    long brokenOff(UUID[] ids, String[] messages, String outcome, Instant healthy, double longest, Instant now);

    /** Their node is silent, was restarted or lost its service: they run somewhere else as soon as there is room. */
    default void lost(Collection<UUID> ids, String message, Instant now) {
        lost(ids, message, EVER, now);
    }

    /** The same for those of them that have not changed since that moment. */
    default void lost(Collection<UUID> ids, String message, Instant before, Instant now) {
        Map<UUID, String> messages = new HashMap<>();
        ids.forEach(id -> messages.put(id, message));
        lost(messages, before, now);
    }

    /** The same; something else is said of each. */
    default void lost(Map<UUID, String> messages, Instant before, Instant now) {
        if (!messages.isEmpty()) {
            lost(
                    messages.keySet().toArray(new UUID[0]),
                    messages.values().toArray(new String[0]),
                    before,
                    now.minus(HEALTHY),
                    now);
        }
    }

    /** The same; a death does not count as a failure in succession where the instance ran long before. */
    @Makes(InstanceEvent.LOST)
    @SQL(LOCKED + """
            , c as (select * from unnest(:ids, :messages) c (id, message)),
            changed as (
                update task_instance i set changed_at = :now, preempted_by = null,
                    message = case when i.wanted then c.message end,
                    attempts = case when l.changed_at < :healthy then 0 else i.attempts end,
                    state = case when i.wanted then 'PENDING' else 'PAUSED' end,
                    retry_at = case when i.wanted then cast(:now as timestamptz) end
                from l, c where i.id = l.id and c.id = l.id and l.changed_at < :before and
            """ + HELD + """
                returning i.id, c.message),
            ended as (
                update instance_run r set ended_at = :now, outcome = 'LOST', message = changed.message
                from
            """ + OPEN_RUNS + """
                where r.id = o.id returning r.id)
            select count(*) from ended
            """)
    long lost(UUID[] ids, String[] messages, Instant before, Instant healthy, Instant now);
}
