package org.computility.energy.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.computility.shared.timing.HandClock;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.Test;

class CapacityNotingTest {

    private static final Instant EIGHT = Instant.parse("2026-11-22T08:00:00Z");

    private final MarketForTests database = new MarketForTests();

    @Test
    void whatHasChangedIsNotedAndHoldsUntilTheNext() {
        note("a", 8, 0, 0);
        note("a", 8, 0, 1);
        note("a", 16, 2, 2);
        note("a", 8, 0, 3);
        note("b", 4, 1, 2);

        CapacityHistory history =
                CapacityForTests.over(database, new HandClock()).history(List.of("a", "b"));
        assertThat(history.at(hour(-5))).isEqualTo(new Capacity(12, 1));
        assertThat(history.at(hour(1))).isEqualTo(new Capacity(12, 1));
        assertThat(history.at(hour(2))).isEqualTo(new Capacity(20, 3));
        assertThat(history.at(hour(9))).isEqualTo(new Capacity(12, 1));
        assertThat(new CapacityNotes_(database.sessions.current()).of(new String[] {"a"}))
                .hasSize(3);
        assertThat(CapacityForTests.over(database, new HandClock())
                        .history(List.of())
                        .at(hour(1)))
                .isEqualTo(Capacity.NONE);
    }

    private void note(String center, int cores, int accelerators, int hours) {
        database.sessions.commit(() -> CapacityForTests.note(database, center, cores, accelerators, hour(hours)));
    }

    private static Instant hour(int hours) {
        return EIGHT.plus(Duration.ofHours(hours));
    }
}
