package org.computility.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;

/** A plan of 50 instances on whose rows it shows in which order a statement locks them. */
public final class LockOrder {

    public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int INSTANCES = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StatelessSession holder;
    private final PlanningRows rows;
    private final long plan;
    private final UUID[] instances;

    /** With instances that are PENDING and wanted; it looks at them by sessions of its own. */
    public LockOrder(StatelessSession session) {
        holder = TestEntities.beside(session);
        rows = new PlanningRows(TestEntities.beside(session), NOW);
        plan = rows.plan("PERIODIC", true);
        rows.write("""
                insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, priority, state, wanted,
                    created_at, changed_at)
                select gen_random_uuid(), id, organisation_id, '{}', 'M', 0, 'PENDING', true, created_at, created_at
                from task_plan, generate_series(1, ?1) where id = ?2
                """, INSTANCES, plan);
        // Moves the first one's row behind the others: where it lies must not matter.
        rows.write("update task_instance set attempts = attempts where number = ?1", first());
        instances = rows.all(UUID.class, "select id from task_instance where plan_id = ?1 order by id", plan)
                .toArray(UUID[]::new);
    }

    /** The same with all of them FINISHED. */
    public LockOrder finished() {
        rows.write("update task_instance set state = 'FINISHED' where plan_id = ?1", plan);
        return this;
    }

    /** The same with all of them due. */
    public LockOrder due() {
        rows.write("update task_instance set retry_at = ?1 where plan_id = ?2", NOW, plan);
        return this;
    }

    public long plan() {
        return plan;
    }

    /** In no order. */
    public UUID[] instances() {
        return instances.clone();
    }

    /** Those that wait for their next try. */
    public long waiting() {
        return rows.count("task_instance where plan_id = ?1 and retry_at is not null", plan);
    }

    /** While somebody holds the instance with the smallest number, the work waits for it and holds none of the others. */
    public void holdsNoneWhileItWaitsForTheFirst(Runnable work) {
        CompletableFuture<Void> done;
        holder.beginTransaction();
        try {
            lock("number = ?1", first());
            done = CompletableFuture.runAsync(work);
            awaitWaiting(done);
            assertThatCode(() -> lock("plan_id = ?1 and number > ?2", plan, first()))
                    .doesNotThrowAnyException();
        } finally {
            holder.getTransaction().rollback();
        }
        done.join();
    }

    private void awaitWaiting(CompletableFuture<Void> done) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (rows.count("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 0) {
            assertThat(done).as("the work waits for the first instance").isNotDone();
            assertThat(Instant.now()).isBefore(limit);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private void lock(String which, Object... values) {
        new PlanningRows(holder, NOW)
                .all(UUID.class, "select id from task_instance where " + which + " for update nowait", values);
    }

    private long first() {
        return rows.one(Long.class, "select min(number) from task_instance where plan_id = ?1", plan);
    }
}
