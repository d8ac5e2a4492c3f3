package org.computility.operations.leases;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.operations.OperationsDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private static final double MINUTE = 60;

    private Leases leases;

    @BeforeEach
    void emptyTables() {
        leases = new Leases_(OperationsDatabase.empty());
    }

    @Test
    void oneServerHoldsANameAtATime() {
        assertThat(leases.acquire("purge", "a", MINUTE)).isOne();
        assertThat(leases.acquire("purge", "b", MINUTE)).isZero();
        assertThat(leases.acquire("push", "b", MINUTE)).isOne();
    }

    @Test
    void theHolderProlongsItsLease() {
        leases.acquire("purge", "a", 0);

        assertThat(leases.acquire("purge", "a", MINUTE)).isOne();
        assertThat(leases.acquire("purge", "b", MINUTE)).isZero();
    }

    @Test
    void anExpiredLeaseIsFree() {
        leases.acquire("purge", "a", MINUTE);
        OperationsDatabase.execute("UPDATE lease SET until = now() - interval '1 second'");

        assertThat(leases.acquire("purge", "b", MINUTE)).isOne();
    }

    @Test
    void onlyTheHolderGivesALeaseBack() {
        leases.acquire("purge", "a", MINUTE);

        leases.release("purge", "b");
        assertThat(leases.acquire("purge", "b", MINUTE)).isZero();

        leases.release("purge", "a");
        assertThat(leases.acquire("purge", "b", MINUTE)).isOne();
    }
}
