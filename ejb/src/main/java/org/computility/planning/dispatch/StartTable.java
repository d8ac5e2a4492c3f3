package org.computility.planning.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.Wish;
import org.computility.shared.database.Sql;

/** The statements of a start: a handful for any number of instances. */
final class StartTable {

    private static final String WISHES = """
            select i.id, i.plan_id, i.organisation_id, i.algo_def_code, i.device_id, i.pinned_service, i.task_info,
                   i.priority, p.type, p.mode, p.round_count, p.group_started_at, p.duration
            from task_instance i join task_plan p on p.id = i.plan_id
            """;

    private final Sql sql;

    StartTable(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * Members of an inspection's group, highest priority first; those that somebody paused meanwhile are left out. Locked
     * in the order of their numbers, so that nobody who locks several of them deadlocks with it.
     */
    List<Wish> ofGroup(StartOrder order) {
        Map<Wish, Integer> priorities = new LinkedHashMap<>();
        sql.list(
                WISHES + """
                where i.id = any(?) and i.wanted and p.status = 'ON'
                  and i.state in ('PENDING', 'FINISHED', 'ERROR')
                order by i.number for update of i
                """,
                row -> priorities.put(wish(row, order.round(), order.limit().toSeconds()), row.getInt("priority")),
                (Object) order.instances().toArray(new UUID[0]));
        return priorities.entrySet().stream()
                .sorted(Map.Entry.<Wish, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Instances whose next try is due, highest priority first; another dispatcher's are skipped. An inspection's instance
     * is due only while its group still has time, and gets the rest of it.
     */
    List<Wish> due(Instant now, int most) {
        return sql.list(
                WISHES + """
                where i.wanted and i.state in ('PENDING', 'ERROR') and i.retry_at <= ?
                  and (p.mode = 'PERIODIC'
                       or p.group_started_at + (p.duration - 1) * interval '1 second' > ?)
                order by i.priority desc, i.number limit ? for update of i skip locked
                """,
                row -> {
                    if ("PERIODIC".equals(row.getString("mode"))) {
                        return wish(row, null, null);
                    }
                    Instant end = Sql.instant(row, "group_started_at").plusSeconds(row.getLong("duration"));
                    long rest = Math.max(1, Duration.between(now, end).toSeconds());
                    return wish(row, row.getInt("round_count") + 1, rest);
                },
                now,
                now,
                most);
    }

    /** How many tasks each service has now. */
    Map<UUID, Long> taken(Collection<UUID> services) {
        Map<UUID, Long> taken = new HashMap<>();
        sql.list("""
                select service_id, count(*) from task_instance
                where service_id = any(?) and state in ('STARTING', 'RUNNING', 'STOPPING') group by service_id
                """, row -> taken.put(row.getObject(1, UUID.class), row.getLong(2)), (Object)
                services.toArray(new UUID[0]));
        return taken;
    }

    /** Marks the rows STARTING and opens a run for each. */
    void assign(List<Assignment> chosen, Instant now) {
        sql.update(
                """
                with c as (select unnest(?) id, unnest(?) service_id, unnest(?) compute_code, unnest(?) round),
                changed as (
                    update task_instance i set state = 'STARTING', message = null, retry_at = null, changed_at = ?,
                        stale_until = case when i.compute_code = c.compute_code
                                           then greatest(i.node_started_at, i.stale_until) end,
                        node_started_at = null, service_id = c.service_id, compute_code = c.compute_code
                    from c where i.id = c.id returning i.id, i.plan_id)
                insert into instance_run (plan_id, instance_id, round, service_id, compute_code, started_at)
                select changed.plan_id, changed.id, c.round, c.service_id, c.compute_code, ?
                from changed join c on c.id = changed.id
                """,
                chosen.stream().map(a -> a.wish().id()).toArray(UUID[]::new),
                chosen.stream().map(Assignment::serviceId).toArray(UUID[]::new),
                chosen.stream().map(Assignment::computeCode).toArray(String[]::new),
                chosen.stream().map(a -> a.wish().round()).toArray(Integer[]::new),
                now,
                now);
    }

    /** Those without room: a periodic instance waits, an inspection's has missed this round. */
    void noRoom(List<Wish> left, Map<UUID, String> reasons, Instant now) {
        sql.update(
                """
                with c as (select unnest(?) id, unnest(?) message, unnest(?) inspective, unnest(?) round),
                changed as (
                    update task_instance i set state = case when c.inspective then 'ERROR' else 'PENDING' end,
                        message = c.message, changed_at = ?,
                        retry_at = case when not c.inspective then ?::timestamptz end
                    from c where i.id = c.id returning i.id, i.plan_id)
                insert into instance_run (plan_id, instance_id, round, started_at, ended_at, outcome, message)
                select changed.plan_id, changed.id, c.round, ?, ?, 'NO_ROOM', c.message
                from changed join c on c.id = changed.id where c.inspective
                """,
                left.stream().map(Wish::id).toArray(UUID[]::new),
                left.stream().map(wish -> reasons.get(wish.id())).toArray(String[]::new),
                left.stream().map(Wish::inspective).toArray(Boolean[]::new),
                left.stream().map(Wish::round).toArray(Integer[]::new),
                now,
                now.plus(EndTable.FOR_ROOM),
                now,
                now);
    }

    private static Wish wish(ResultSet row, Integer round, Long limitSeconds) throws SQLException {
        return new Wish(
                Sql.uuid(row, "id"),
                row.getLong("plan_id"),
                Sql.uuid(row, "organisation_id"),
                row.getString("algo_def_code"),
                row.getString("device_id"),
                Sql.uuid(row, "pinned_service"),
                row.getString("task_info"),
                row.getString("type"),
                "INSPECTIVE".equals(row.getString("mode")),
                round,
                limitSeconds);
    }
}
