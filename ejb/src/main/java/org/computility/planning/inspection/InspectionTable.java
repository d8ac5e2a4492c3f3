package org.computility.planning.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/** The part of a plan's row that its inspection moves. */
final class InspectionTable {

    /** What the row says; {@code groupStartedAt} null: no group is running. */
    record Standing(
            boolean on, long runId, Position position, int concurrency, Duration duration, Instant groupStartedAt) {}

    /** A member of a group. */
    record Member(UUID id, long number) {}

    private final Sql sql;

    InspectionTable(DataSource database) {
        this.sql = new Sql(database);
    }

    /** The plan's standing, its row locked. */
    Optional<Standing> lock(long planId) {
        return sql.first(
                """
                select status, batch_run, round_count, after_number, round_limit, concurrency, duration, group_started_at
                from task_plan where id = ? and mode = 'INSPECTIVE' for update
                """,
                row -> new Standing(
                        "ON".equals(row.getString("status")),
                        row.getLong("batch_run"),
                        new Position(
                                row.getInt("round_count"),
                                row.getLong("after_number"),
                                row.getObject("round_limit", Integer.class)),
                        row.getInt("concurrency"),
                        Duration.ofSeconds(row.getInt("duration")),
                        Sql.instant(row, "group_started_at")),
                planId);
    }

    List<Member> members(long planId, long afterNumber, int most) {
        return sql.list(
                "select id, number from task_instance where plan_id = ? and wanted and number > ? order by number limit ?",
                row -> new Member(Sql.uuid(row, "id"), row.getLong("number")),
                planId,
                afterNumber,
                most);
    }

    void open(long planId, Instant now) {
        sql.update("update task_plan set group_started_at = ? where id = ?", now, planId);
    }

    /** A round begins: whatever became of the instances in the one before, they wait. */
    void wait(long planId, Instant now) {
        sql.update("""
                with l as (select id from task_instance where plan_id = ? order by number for update)
                update task_instance i set state = 'PENDING', message = null, retry_at = null, attempts = 0, changed_at = ?
                from l where i.id = l.id and i.wanted and i.state in ('FINISHED', 'ERROR')
                """, planId, now);
    }

    /** The next group starts as a whole: nothing of the plan starts by itself before. */
    void holdBack(long planId) {
        sql.update("""
                with l as (select id from task_instance where plan_id = ? and retry_at is not null order by number for update)
                update task_instance i set retry_at = null from l where i.id = l.id
                """, planId);
    }

    void move(long planId, Position next) {
        sql.update("""
                update task_plan set round_count = ?, after_number = ?, group_started_at = null,
                    status = case when ? then 'OFF' else status end where id = ?
                """, next.roundCount(), next.afterNumber(), next.isOver(), planId);
    }

    /** The group is over: none of it starts again by itself; what found no second place has missed its round. */
    void settle(List<UUID> instances, Instant now) {
        sql.update("""
                with l as (select id from task_instance where id = any(?) order by number for update)
                update task_instance i set retry_at = null, changed_at = ?,
                    state = case when i.state = 'PENDING' then 'ERROR' else i.state end
                from l where i.id = l.id and (i.retry_at is not null or i.state = 'PENDING')
                """, instances.toArray(new UUID[0]), now);
    }

    void release(long planId) {
        sql.update("""
                with l as (select id from task_instance where plan_id = ? order by number for update)
                update task_instance i set wanted = false from l where i.id = l.id
                """, planId);
    }
}
