package org.computility.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.planning.dispatch.InstanceState;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.TaskInfo;
import org.computility.results.ResultSource;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Filter;
import org.computility.shared.database.Sql;

/** The rows of {@code task_instance} as their owners change them; their running is {@code dispatch}'s. */
final class InstanceTable {

    static final Map<String, String> SORTABLE = Map.of(
            "ID",
            "i.number",
            "TaskID",
            "i.plan_id",
            "Status",
            "i.state",
            "CreatedDate",
            "i.created_at",
            "Priority",
            "i.priority");

    private static final String FROM = " from task_instance i join task_plan p on p.id = i.plan_id";
    private static final String COLUMNS = "select i.*, p.auto_restart, p.status, p.mode";
    private static final String SELECT = COLUMNS + FROM;

    private static final String NAMED =
            FROM + " where (i.number = any(?) or i.id = any(?)) and (?::uuid is null or i.organisation_id = ?::uuid)";

    private static final String WANT = """
            update task_instance i set wanted = true, attempts = 0, message = null, changed_at = ?,
                state = case when i.state in ('STARTING', 'RUNNING', 'STOPPING') then i.state else 'PENDING' end,
                retry_at = case when p.mode = 'PERIODIC' and i.state not in ('STARTING', 'RUNNING')
                    then ?::timestamptz end
            from l, task_plan p where i.id = l.id and p.id = i.plan_id
            """;

    private final Sql sql;

    InstanceTable(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Adds instances in their order. */
    List<ResultSource> insert(long planId, UUID organisationId, List<TaskInfo> infos, boolean wanted, Instant now) {
        return sql.list(
                """
                insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, device_id,
                    priority, pinned_service, state, wanted, retry_at, created_at, changed_at)
                select gen_random_uuid(), ?, ?, n.info::jsonb, n.code, n.device, n.priority, n.pinned,
                    case when ? then 'PENDING' else 'PAUSED' end, ?,
                    case when ? and p.mode = 'PERIODIC' then ?::timestamptz end, ?, ?
                from unnest(?, ?, ?, ?, ?) with ordinality n (info, code, device, priority, pinned, place)
                join task_plan p on p.id = ? order by n.place
                returning id, number
                """,
                row -> new ResultSource(Sql.uuid(row, "id"), row.getLong("number"), planId, organisationId),
                planId,
                organisationId,
                wanted,
                wanted,
                wanted,
                now,
                now,
                now,
                infos.stream().map(info -> info.info().toString()).toArray(String[]::new),
                infos.stream().map(TaskInfo::algoDefCode).toArray(String[]::new),
                infos.stream().map(TaskInfo::deviceId).toArray(String[]::new),
                infos.stream().map(TaskInfo::priority).toArray(Integer[]::new),
                infos.stream().map(TaskInfo::pinnedService).toArray(UUID[]::new),
                planId);
    }

    void update(UUID id, TaskInfo info, Instant now) {
        sql.update(
                """
                update task_instance set task_info = ?::jsonb, algo_def_code = ?, device_id = ?, priority = ?,
                    pinned_service = ?, changed_at = ? where id = ?
                """,
                info.info().toString(),
                info.algoDefCode(),
                info.deviceId(),
                info.priority(),
                info.pinnedService(),
                now,
                id);
    }

    void delete(Collection<UUID> ids) {
        sql.update(locked("id = any(?)") + "delete from task_instance i using l where i.id = l.id", (Object)
                ids.toArray(new UUID[0]));
    }

    /** The named ones that the organisation has (null: whoever has them), locked in the order of their numbers. */
    List<Instance> lock(InstanceIds ids, UUID organisationId) {
        return sql.list(
                COLUMNS + NAMED + " order by i.number for update of i",
                InstanceTable::instance,
                ids.numbers().toArray(new Long[0]),
                ids.uuids().toArray(new UUID[0]),
                organisationId,
                organisationId);
    }

    /** Locks the plans of the named, as everybody does before the instances who locks both: so that none deadlocks. */
    void lockPlans(InstanceIds ids, UUID organisationId) {
        sql.list(
                "select id from task_plan where id in (select i.plan_id" + NAMED + ") order by id for update",
                row -> row.getLong(1),
                ids.numbers().toArray(new Long[0]),
                ids.uuids().toArray(new UUID[0]),
                organisationId,
                organisationId);
    }

    List<Instance> ofPlans(Collection<Long> planIds) {
        return sql.list(
                SELECT + " where i.plan_id = any(?) order by i.plan_id, i.number", InstanceTable::instance, (Object)
                        planIds.toArray(new Long[0]));
    }

    /** These shall run; a periodic plan's at once, an inspection's when their group comes. */
    void want(Collection<UUID> ids, Instant now) {
        sql.update(locked("id = any(?)") + WANT, ids.toArray(new UUID[0]), now, now);
    }

    void wantAll(long planId, Instant now) {
        sql.update(locked("plan_id = ?") + WANT, planId, now, now);
    }

    /** Nobody wants these any more; answers those that a node has. */
    List<UUID> unwant(String column, Object value, Instant now) {
        return sql
                .list(
                        locked(column + " = any(?)") + """
                                update task_instance i set wanted = false, retry_at = null, changed_at = ?,
                                    state = case when i.state = 'PENDING' then 'PAUSED' else i.state end
                                from l where i.id = l.id returning i.id, i.state
                                """,
                        row -> InstanceState.valueOf(row.getString("state")).isActive() ? Sql.uuid(row, "id") : null,
                        value,
                        now)
                .stream()
                .filter(id -> id != null)
                .toList();
    }

    /** In the order of their numbers, as everybody does who locks several: so that no two of them ever deadlock. */
    private static String locked(String which) {
        return "with l as (select id from task_instance where " + which + " order by number for update)\n";
    }

    List<Instance> page(Filter filter, PageRequest page) {
        return sql.list(
                SELECT + filter.where() + Filter.orderBy(page, SORTABLE, "i.number desc") + " limit ? offset ?",
                InstanceTable::instance,
                filter.arguments(page.size(), page.offset()));
    }

    long total(Filter filter) {
        return sql.number("select count(*)" + FROM + filter.where(), filter.arguments());
    }

    Map<Long, Counts> counts(Collection<Long> planIds) {
        Map<Long, Counts> counts = new HashMap<>();
        sql.list(
                """
                select i.plan_id, count(distinct i.device_id), count(*),
                    count(*) filter (where state in ('PENDING', 'STARTING')), count(*) filter (where state = 'ERROR'),
                    count(*) filter (where state in ('RUNNING', 'STOPPING')), count(*) filter (where state = 'PAUSED'),
                    count(*) filter (where state = 'FINISHED'), count(*) filter (where i.number <= p.after_number)
                from task_instance i join task_plan p on p.id = i.plan_id where i.plan_id = any(?) group by i.plan_id
                """,
                row -> counts.put(
                        row.getLong(1),
                        new Counts(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8),
                                row.getLong(9))),
                (Object) planIds.toArray(new Long[0]));
        return counts;
    }

    List<InstanceRunView> runs(long planId, PageRequest page) {
        return sql.list(
                "select * from instance_run where plan_id = ? order by id limit ? offset ?",
                row -> new InstanceRunView(
                        row.getLong("id"),
                        Sql.uuid(row, "instance_id"),
                        row.getObject("round", Integer.class),
                        Sql.uuid(row, "service_id"),
                        row.getString("compute_code"),
                        Sql.instant(row, "started_at"),
                        Sql.instant(row, "ended_at"),
                        row.getString("outcome"),
                        row.getString("message")),
                planId,
                page.size(),
                page.offset());
    }

    long runCount(long planId) {
        return sql.number("select count(*) from instance_run where plan_id = ?", planId);
    }

    private static Instance instance(ResultSet row) throws SQLException {
        return new Instance(
                row.getLong("number"),
                Sql.uuid(row, "id"),
                row.getLong("plan_id"),
                row.getString("task_info"),
                InstanceState.valueOf(row.getString("state")),
                row.getString("message"),
                Sql.uuid(row, "service_id"),
                row.getString("compute_code"),
                row.getBoolean("auto_restart"),
                "ON".equals(row.getString("status")),
                PlanMode.valueOf(row.getString("mode")));
    }
}
