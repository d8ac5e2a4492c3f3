package org.computility.planning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.planning.drafts.PlanDraft;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Filter;
import org.computility.shared.database.Sql;

/** The rows of {@code task_plan}. */
final class PlanTable {

    static final Map<String, String> SORTABLE = Map.of(
            "ID", "id", "TaskID", "id", "Name", "name", "CreatedDate", "created_at", "LastModifiedDate", "modified_at");

    private final Sql sql;

    PlanTable(DataSource database) {
        this.sql = new Sql(database);
    }

    long insert(PlanDraft draft, UUID organisationId, Instant now) {
        PlanDraft.Inspection inspection = draft.inspection();
        return sql.number(
                """
                insert into task_plan (organisation_id, name, type, mode, description, plan_day_time, auto_restart,
                    auto_start, status, created_at, modified_at, concurrency, duration, round_limit, single_task_info)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'OFF', ?, ?, ?, ?, ?, ?) returning id
                """,
                organisationId,
                draft.name(),
                draft.type().name(),
                draft.mode().name(),
                draft.description(),
                windows(draft),
                Boolean.TRUE.equals(draft.autoRestart()),
                Boolean.TRUE.equals(draft.autoStart()),
                now,
                now,
                inspection == null ? null : inspection.concurrency(),
                inspection == null ? null : inspection.duration(),
                inspection == null ? null : inspection.roundLimit(),
                draft.singleTaskInfo());
    }

    /** Changes the given members only; a given inspection says anew whether its rounds have a limit. */
    void update(long id, PlanDraft draft, Instant now) {
        PlanDraft.Inspection inspection = draft.inspection();
        sql.update(
                """
                update task_plan set name = coalesce(?, name), description = coalesce(?, description),
                    plan_day_time = coalesce(?::text[], plan_day_time), auto_restart = coalesce(?, auto_restart),
                    auto_start = coalesce(?, auto_start), concurrency = coalesce(?, concurrency),
                    duration = coalesce(?, duration),
                    round_limit = case when ? then ?::integer else round_limit end,
                    single_task_info = case when ? then ? else single_task_info end, modified_at = ? where id = ?
                """,
                draft.name(),
                draft.description(),
                windows(draft),
                draft.autoRestart(),
                draft.autoStart(),
                inspection == null ? null : inspection.concurrency(),
                inspection == null ? null : inspection.duration(),
                inspection != null,
                inspection == null ? null : inspection.roundLimit(),
                draft.instances() != null,
                draft.singleTaskInfo(),
                now,
                id);
    }

    /** Its instances have been added to, changed or deleted. */
    void touch(long id, Instant now) {
        sql.update("update task_plan set modified_at = ? where id = ?", now, id);
    }

    Optional<Plan> find(long id) {
        return sql.first("select * from task_plan where id = ?", PlanTable::plan, id);
    }

    /** The plan, if the organisation has it (null: whoever has it), its row locked: always before those of its instances. */
    Optional<Plan> lock(long id, UUID organisationId) {
        return sql.first(
                "select * from task_plan where id = ? and (?::uuid is null or organisation_id = ?::uuid) for update",
                PlanTable::plan,
                id,
                organisationId,
                organisationId);
    }

    void delete(long id) {
        sql.update("delete from task_plan where id = ?", id);
    }

    void switchOn(long id, Long batchRun) {
        sql.update("""
                update task_plan set status = 'ON', batch_run = ?, round_count = 0, after_number = 0,
                    group_started_at = null where id = ?
                """, batchRun, id);
    }

    void workOn(long id, long batchRun) {
        sql.update("update task_plan set batch_run = ? where id = ?", batchRun, id);
    }

    void switchOff(long id) {
        sql.update("update task_plan set status = 'OFF', group_started_at = null where id = ?", id);
    }

    List<Plan> page(Filter filter, PageRequest page) {
        return sql.list(
                "select * from task_plan p" + filter.where() + Filter.orderBy(page, SORTABLE, "id desc")
                        + " limit ? offset ?",
                PlanTable::plan,
                filter.arguments(page.size(), page.offset()));
    }

    long total(Filter filter) {
        return sql.number("select count(*) from task_plan p" + filter.where(), filter.arguments());
    }

    private static String[] windows(PlanDraft draft) {
        return draft.planDayTime() == null ? null : draft.planDayTime().toArray(new String[0]);
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getLong("id"),
                Sql.uuid(row, "organisation_id"),
                row.getString("name"),
                PlanType.valueOf(row.getString("type")),
                PlanMode.valueOf(row.getString("mode")),
                row.getString("description"),
                row.getArray("plan_day_time") == null
                        ? null
                        : List.of((String[]) row.getArray("plan_day_time").getArray()),
                row.getBoolean("auto_restart"),
                row.getBoolean("auto_start"),
                "ON".equals(row.getString("status")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "modified_at"),
                row.getInt("concurrency"),
                row.getInt("duration"),
                row.getObject("round_limit", Integer.class),
                row.getBoolean("single_task_info"),
                row.getInt("round_count"),
                row.getLong("after_number"),
                row.getObject("batch_run", Long.class));
    }
}
