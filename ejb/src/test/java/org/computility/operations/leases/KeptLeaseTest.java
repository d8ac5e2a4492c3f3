package org.computility.operations.leases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class KeptLeaseTest {

    private long now;
    private int asked;
    private boolean answer = true;
    private boolean fails;

    private final KeptLease lease = new KeptLease(asks(), Duration.ofSeconds(2), () -> now);

    private BooleanSupplier asks() {
        return () -> {
            asked++;
            if (fails) {
                throw new IllegalStateException("the database is away");
            }
            return answer;
        };
    }

    @Test
    void asksOnceAWhile() {
        for (int step = 0; step < 100; step++) {
            assertThat(lease.isHeld()).isTrue();
            now += Duration.ofMillis(100).toNanos();
        }

        assertThat(asked).isEqualTo(5);
    }

    @Test
    void isLostWhenTheDatabaseSaysSo() {
        assertThat(lease.isHeld()).isTrue();
        answer = false;

        assertThat(lease.isHeld()).isTrue();
        now += Duration.ofSeconds(2).toNanos();
        assertThat(lease.isHeld()).isFalse();
    }

    @Test
    void whoDoesNotHoldItAsksEachTime() {
        answer = false;
        assertThat(lease.isHeld()).isFalse();

        answer = true;
        assertThat(lease.isHeld()).isTrue();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aFailureIsNoAnswer() {
        assertThat(lease.isHeld()).isTrue();
        now += Duration.ofSeconds(2).toNanos();
        fails = true;

        assertThatThrownBy(lease::isHeld).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(lease::isHeld).isInstanceOf(IllegalStateException.class);
    }
}
