package org.computility.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private DataSource database;

    @BeforeEach
    void emptyTables() {
        database = OperationsDatabase.empty();
    }

    @Test
    void oneServerHoldsANameAtATime() {
        assertThat(Leases.acquire(database, "a", "purge", MINUTE)).isTrue();
        assertThat(Leases.acquire(database, "b", "purge", MINUTE)).isFalse();
        assertThat(Leases.acquire(database, "b", "push", MINUTE)).isTrue();
    }

    @Test
    void theHolderProlongsItsLease() {
        Leases.acquire(database, "a", "purge", Duration.ZERO);

        assertThat(Leases.acquire(database, "a", "purge", MINUTE)).isTrue();
        assertThat(Leases.acquire(database, "b", "purge", MINUTE)).isFalse();
    }

    @Test
    void anExpiredLeaseIsFree() {
        Leases.acquire(database, "a", "purge", MINUTE);
        OperationsDatabase.execute("UPDATE lease SET until = now() - interval '1 second'");

        assertThat(Leases.acquire(database, "b", "purge", MINUTE)).isTrue();
    }

    @Test
    void onlyTheHolderGivesALeaseBack() {
        Leases.acquire(database, "a", "purge", MINUTE);

        Leases.release(database, "b", "purge");
        assertThat(Leases.acquire(database, "b", "purge", MINUTE)).isFalse();

        Leases.release(database, "a", "purge");
        assertThat(Leases.acquire(database, "b", "purge", MINUTE)).isTrue();
    }
}
