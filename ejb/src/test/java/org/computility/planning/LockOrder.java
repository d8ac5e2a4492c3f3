package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.computility.shared.database.Sql;

/** A plan of 50 instances on whose rows it shows in which order a statement locks them. */
public final class LockOrder {

    public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int INSTANCES = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataSource database;
    private final Sql sql;
    private final long plan;

    /** With instances that are PENDING and wanted. */
    public LockOrder(DataSource database) {
        this.database = database;
        sql = new Sql(database);
        plan = sql.number("""
                insert into task_plan (organisation_id, name, type, mode, auto_restart, auto_start, status, created_at,
                    modified_at) values (?, 'p', 'VIDEO_REALTIME', 'PERIODIC', true, false, 'ON', ?, ?) returning id
                """, UUID.randomUUID(), NOW, NOW);
        sql.update("""
                insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, priority, state, wanted,
                    created_at, changed_at)
                select gen_random_uuid(), id, organisation_id, '{}', 'M', 0, 'PENDING', true, created_at, created_at
                from task_plan, generate_series(1, ?) where id = ?
                """, INSTANCES, plan);
        // Moves the first one's row behind the others: where it lies must not matter.
        sql.update("update task_instance set attempts = attempts where number = ?", first());
    }

    /** The same with all of them FINISHED. */
    public LockOrder finished() {
        sql.update("update task_instance set state = 'FINISHED' where plan_id = ?", plan);
        return this;
    }

    /** The same with all of them due. */
    public LockOrder due() {
        sql.update("update task_instance set retry_at = ? where plan_id = ?", NOW, plan);
        return this;
    }

    public long plan() {
        return plan;
    }

    /** In no order. */
    public List<UUID> instances() {
        return sql.list("select id from task_instance where plan_id = ? order by id", row -> Sql.uuid(row, "id"), plan);
    }

    /** While somebody holds the instance with the smallest number, the work waits for it and holds none of the others. */
    public void holdsNoneWhileItWaitsForTheFirst(Runnable work) throws SQLException {
        CompletableFuture<Void> done;
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            lock(holder, "number = " + first());
            done = CompletableFuture.runAsync(work);
            awaitWaiting(done);
            assertThatCode(() -> lock(holder, "plan_id = " + plan + " and number > " + first()))
                    .doesNotThrowAnyException();
            holder.rollback();
        }
        done.join();
    }

    private void awaitWaiting(CompletableFuture<Void> done) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (sql.number("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """) == 0) {
            assertThat(done).as("the work waits for the first instance").isNotDone();
            assertThat(Instant.now()).isBefore(limit);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private static void lock(Connection connection, String which) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("select id from task_instance where " + which + " for update nowait")) {
            lock.execute();
        }
    }

    private long first() {
        return sql.number("select min(number) from task_instance where plan_id = ?", plan);
    }
}
