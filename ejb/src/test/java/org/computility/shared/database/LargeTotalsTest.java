package org.computility.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LargeTotalsTest {

    private final Object search = UUID.randomUUID();
    private final AtomicInteger counts = new AtomicInteger();

    @Test
    void aSmallTotalIsCountedEachTime() {
        assertThat(total(3)).isEqualTo(3);
        assertThat(total(4)).isEqualTo(4);
        assertThat(total(LargeTotals.MANY)).isEqualTo(LargeTotals.MANY);
        assertThat(counts).as("of all").hasValue(0);
    }

    @Test
    void aLargeTotalIsCountedOnceForAWhile() {
        assertThat(total(50_000)).isEqualTo(50_000);
        assertThat(total(50_001)).isEqualTo(50_000);
        assertThat(counts).hasValue(1);
    }

    @Test
    void otherSearchesAreCountedForThemselves() {
        total(50_000);

        assertThat(LargeTotals.of(null, Object.class, "another " + search, () -> 7, () -> 7))
                .isEqualTo(7);
    }

    @Test
    void aCountThatFailsIsRepeated() {
        assertThatThrownBy(() -> LargeTotals.of(null, Object.class, search, () -> LargeTotals.MANY + 1L, () -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(total(60_000)).isEqualTo(60_000);
    }

    private long total(long rows) {
        return LargeTotals.of(null, Object.class, search, () -> Math.min(rows, LargeTotals.MANY + 1L), () -> {
            counts.incrementAndGet();
            return rows;
        });
    }
}
