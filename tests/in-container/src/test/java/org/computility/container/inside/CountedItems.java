package org.computility.container.inside;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.StatelessSession;

/** What the counting job wrote down; each number once a time that it was written. */
@Stateless
public class CountedItems {

    private static final AtomicInteger FAILS_AT = new AtomicInteger();

    @Inject
    private StatelessSession session;

    /** The job fails when it reads this number for the first time. */
    public void failOnceAt(int number) {
        session.createNativeMutationQuery("create table if not exists counted_item (run_id bigint, number integer)")
                .executeUpdate();
        FAILS_AT.set(number);
    }

    public void checkMayRead(int number) {
        if (FAILS_AT.compareAndSet(number, 0)) {
            throw new IllegalStateException("planted at " + number);
        }
    }

    public void add(long runId, int number) {
        session.createNativeMutationQuery("insert into counted_item values (:run, :number)")
                .setParameter("run", runId)
                .setParameter("number", number)
                .executeUpdate();
    }

    /** In the order of the numbers. */
    public List<Integer> of(long runId) {
        return session.createNativeQuery(
                        "select number from counted_item where run_id = :run order by number", Integer.class)
                .setParameter("run", runId)
                .getResultList();
    }
}
