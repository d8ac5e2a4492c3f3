package org.computility.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.hibernate.StaleObjectStateException;
import org.junit.jupiter.api.Test;

class CollisionTest {

    @Test
    void aVictimOfADeadlockOrOfAnotherVersionIsOne() {
        assertThat(Collision.isOne(within(new SQLException("deadlock detected", "40P01"))))
                .isTrue();
        assertThat(Collision.isOne(within(new SQLException("could not serialize", "40001"))))
                .isTrue();
        assertThat(Collision.isOne(within(new StaleObjectStateException("Plan", 1L))))
                .isTrue();
        assertThat(Collision.isOne(within(new OptimisticLockException("stale"))))
                .isTrue();
    }

    @Test
    void aBrokenKeyOrABrokenProgramIsNone() {
        assertThat(Collision.isOne(within(new SQLException("duplicate key", "23505"))))
                .isFalse();
        assertThat(Collision.isOne(within(new IllegalStateException("x")))).isFalse();
    }

    private static Exception within(Exception cause) {
        return new EJBException(new IllegalStateException(cause));
    }
}
