package org.computility.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.planning.state.InstanceState;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.hibernate.query.CommonQueryContract;

/** Plans and instances of a test, as plain rows: what no repository may write or read alone. */
public final class PlanningRows {

    public static final UUID ORGANISATION = UUID.randomUUID();

    private final StatelessSession session;
    private final Instant now;

    /** Writes rows of that moment. */
    public PlanningRows(StatelessSession session, Instant now) {
        this.session = session;
        this.now = now;
    }

    /** Deletes all of them. */
    public void empty() {
        write("truncate task_plan cascade");
        write("truncate instance_run");
    }

    /** A plan that is ON, an inspection with groups of 5 for 10 seconds, whose first group begins now. */
    public long plan(String mode, boolean autoRestart) {
        return one(Long.class, """
                insert into task_plan (organisation_id, name, type, mode, auto_restart, auto_start, status, created_at,
                    modified_at, concurrency, duration, group_started_at)
                values (?1, 'p', 'VIDEO_REALTIME', ?2, ?3, false, 'ON', ?4, ?4, 5, 10, ?4) returning id
                """, ORGANISATION, mode, autoRestart, now);
    }

    /** An instance that somebody wants; due at that moment, or not for now. */
    public UUID instance(long plan, InstanceState state, int priority, Instant retryAt) {
        UUID id = UUID.randomUUID();
        write("""
                insert into task_instance (id, plan_id, organisation_id, task_info, algo_def_code, priority, state, wanted,
                    retry_at, created_at, changed_at)
                values (?1, ?2, ?3, '{}', 'M', ?4, ?5, true, cast(?6 as timestamptz), ?7, ?7)
                """, id, plan, ORGANISATION, priority, state.name(), retryAt == null ? null : retryAt.toString(), now);
        return id;
    }

    public InstanceState state(UUID id) {
        return InstanceState.valueOf(one(String.class, "select state from task_instance where id = ?1", id));
    }

    /** When it is tried again; null: not by itself. */
    public Instant retryAt(UUID id) {
        return one(Instant.class, "select retry_at from task_instance where id = ?1", id);
    }

    /** How its only run ended. */
    public String outcome(UUID id) {
        return one(String.class, "select outcome from instance_run where instance_id = ?1", id);
    }

    public long count(String fromWhere, Object... values) {
        return one(Long.class, "select count(*) from " + fromWhere, values);
    }

    public int write(String sql, Object... values) {
        return with(session.createNativeMutationQuery(sql), values).executeUpdate();
    }

    public <T> T one(Class<T> type, String sql, Object... values) {
        return with(session.createNativeQuery(sql, type), values).getSingleResult();
    }

    public <T> List<T> all(Class<T> type, String sql, Object... values) {
        return with(session.createNativeQuery(sql, type), values).getResultList();
    }

    /** What a session bean does in one transaction. */
    public <T> T commit(Supplier<T> story) {
        Transaction transaction = session.beginTransaction();
        try {
            T result = story.get();
            transaction.commit();
            return result;
        } catch (RuntimeException | Error e) {
            transaction.rollback();
            throw e;
        }
    }

    private static <Q extends CommonQueryContract> Q with(Q query, Object... values) {
        for (int number = 1; number <= values.length; number++) {
            query.setParameter(number, values[number - 1]);
        }
        return query;
    }
}
