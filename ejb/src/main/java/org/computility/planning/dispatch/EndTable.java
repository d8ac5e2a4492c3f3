package org.computility.planning.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/** The statements that end runs. Rows are locked in the order of their numbers, so that two of them never deadlock. */
final class EndTable {

    /** Waiting for room costs one query for all that wait, so it is asked for often. */
    static final Duration FOR_ROOM = Duration.ofSeconds(5);

    /** A failed instance waits 1, 2, 4 … seconds, and never longer than this. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** One that ran this long before it failed begins again with one second. */
    private static final Duration HEALTHY = Duration.ofMinutes(5);

    private static final String LOCKED =
            "with l as (select id, state from task_instance where id = any(?) order by number for update)";

    private static final String ACTIVE = "('STARTING', 'RUNNING', 'STOPPING')";

    private final Sql sql;

    EndTable(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Marks what nodes have as STOPPING and answers it. */
    List<ActiveTask> stopping(Collection<UUID> ids, Instant now) {
        return sql.list(
                LOCKED
                        + " update task_instance i set state = 'STOPPING', changed_at = ? from l where i.id = l.id and l.state in "
                        + ACTIVE + " returning i.id, i.compute_code",
                row -> new ActiveTask(Sql.uuid(row, "id"), row.getString("compute_code")),
                ids.toArray(new UUID[0]),
                now);
    }

    /**
     * Stopped: paused when nobody wants them any more, else they wait again, and a periodic plan's, which somebody started
     * anew meanwhile, for the next moment; their runs end with that outcome.
     */
    void stopped(Collection<UUID> ids, InstanceState next, String outcome, String message, Instant now) {
        sql.update(LOCKED + """
                , changed as (
                    update task_instance i set changed_at = ?, message = ?,
                        retry_at = case when i.wanted and p.mode = 'PERIODIC' then ?::timestamptz end,
                        state = case when i.wanted then ? else 'PAUSED' end
                    from l, task_plan p where i.id = l.id and p.id = i.plan_id
                      and l.state in ('STARTING', 'RUNNING', 'STOPPING') returning i.id)
                update instance_run r set ended_at = ?, outcome = ?, message = ? from changed
                where r.instance_id = changed.id and r.ended_at is null
                """, ids.toArray(new UUID[0]), now, message, now, next.name(), now, outcome, message);
    }

    /** The node did not take them: an error, tried again later where the plan restarts failed instances. */
    void refused(Map<UUID, String> reasons, Instant now) {
        ended(reasons, "ERROR", "REFUSED", now);
    }

    /**
     * Ended by themselves, well or not; or because they were told to, when the node's news comes before its answer. Where the
     * plan restarts failed instances, an inspection's gets its next try too, but not once its group is being stopped.
     */
    void ended(Map<UUID, String> messages, String state, String outcome, Instant now) {
        UUID[] ids = messages.keySet().toArray(new UUID[0]);
        String[] texts = messages.values().toArray(new String[0]);
        sql.update(
                LOCKED + """
                , c as (select unnest(?) id, unnest(?) message),
                changed as (
                    update task_instance i set changed_at = ?, message = c.message,
                        attempts = case when ? = 'FINISHED' or i.changed_at < ? then 0 else least(i.attempts + 1, 20) end,
                        state = case when i.wanted and l.state = 'STOPPING' and p.mode = 'PERIODIC' then 'PENDING'
                            when i.wanted or ? = 'ERROR' then ? else 'PAUSED' end,
                        retry_at = case when i.wanted and l.state = 'STOPPING'
                            then case when p.mode = 'PERIODIC' then ?::timestamptz end
                            when ? = 'ERROR' and i.wanted and p.auto_restart
                            then ?::timestamptz + least(?, 2 ^ least(i.attempts, 20)) * interval '1 second' end
                    from l, c, task_plan p
                    where i.id = l.id and c.id = l.id and p.id = i.plan_id
                      and l.state in ('STARTING', 'RUNNING', 'STOPPING')
                    returning i.id, i.message,
                        l.state = 'STOPPING' and (not i.wanted or p.mode = 'PERIODIC') as told)
                update instance_run r set ended_at = ?, message = changed.message,
                    outcome = case when changed.told then 'STOPPED' else ? end
                from changed
                where r.instance_id = changed.id and r.ended_at is null
                """,
                ids,
                ids,
                texts,
                now,
                state,
                now.minus(HEALTHY),
                state,
                state,
                now,
                state,
                now,
                LONGEST.toSeconds(),
                now,
                outcome);
    }

    /** Their node is silent, was restarted or lost its service: they run somewhere else as soon as there is room. */
    void lost(Collection<UUID> ids, String message, Instant now) {
        sql.update(LOCKED + """
                , changed as (
                    update task_instance i set changed_at = ?, message = ?,
                        state = case when i.wanted then 'PENDING' else 'PAUSED' end,
                        retry_at = case when i.wanted then ?::timestamptz end
                    from l where i.id = l.id and l.state in ('STARTING', 'RUNNING', 'STOPPING') returning i.id)
                update instance_run r set ended_at = ?, outcome = 'LOST', message = ? from changed
                where r.instance_id = changed.id and r.ended_at is null
                """, ids.toArray(new UUID[0]), now, message, now, now, message);
    }

    List<UUID> activeOnNode(String computeCode) {
        return sql.list(
                "select id from task_instance where compute_code = ? and state in " + ACTIVE,
                row -> Sql.uuid(row, "id"),
                computeCode);
    }

    List<UUID> activeOnService(UUID serviceId) {
        return sql.list(
                "select id from task_instance where service_id = ? and state in " + ACTIVE,
                row -> Sql.uuid(row, "id"),
                serviceId);
    }
}
