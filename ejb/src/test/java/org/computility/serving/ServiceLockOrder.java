package org.computility.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;

/** Shows by the rows of all services of a test in which order a statement locks them. */
public final class ServiceLockOrder {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StatelessSession holder;
    private final StatelessSession looking;
    private final List<UUID> services;

    /** It looks at them by sessions of its own. */
    public ServiceLockOrder(StatelessSession session) {
        holder = TestEntities.beside(session);
        looking = TestEntities.beside(session);
        services = looking.createNativeQuery("select id from algorithm_service order by id", UUID.class)
                .getResultList();
        // Moves the first one's row behind the others: where it lies must not matter.
        looking.createNativeMutationQuery("update algorithm_service set status = status where id = ?1")
                .setParameter(1, services.get(0))
                .executeUpdate();
    }

    /** While somebody holds the service with the smallest ID, the work waits for it and holds none of the others. */
    public void holdsNoneWhileItWaitsForTheFirst(Runnable work) {
        CompletableFuture<Void> done;
        holder.beginTransaction();
        try {
            lock(services.subList(0, 1));
            done = CompletableFuture.runAsync(work);
            awaitWaiting(done);
            assertThatCode(() -> lock(services.subList(1, services.size()))).doesNotThrowAnyException();
        } finally {
            holder.getTransaction().rollback();
        }
        done.join();
    }

    private void awaitWaiting(CompletableFuture<Void> done) {
        Instant limit = Instant.now().plus(PATIENCE);
        while (waiting() == 0) {
            assertThat(done).as("the work waits for the first service").isNotDone();
            assertThat(Instant.now()).isBefore(limit);
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private long waiting() {
        return looking.createNativeQuery("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """, Long.class).getSingleResult();
    }

    private void lock(List<UUID> ids) {
        holder.createNativeQuery("select id from algorithm_service where id = any(?1) for update nowait", UUID.class)
                .setParameter(1, ids.toArray(UUID[]::new))
                .getResultList();
    }
}
