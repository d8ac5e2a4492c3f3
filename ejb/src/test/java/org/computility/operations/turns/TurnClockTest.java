package org.computility.operations.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.computility.shared.database.outage.DatabaseState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnClockTest {

    private static final long RUN = 7;

    private final TurnClock clock = new TurnClock();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        clock.database = new DatabaseState(Clock.systemUTC());
        clock.clock = Clock.systemUTC();
        clock.open(Executors.defaultThreadFactory());
    }

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void aRunIsForgottenAtItsEnd() {
        clock.begin(new Taker("one"), turn(Optional.empty()));

        await().untilAsserted(() -> assertThat(told).containsExactly("one turn", "one over"));
        assertThat(clock.stop(RUN)).isFalse();
    }

    @Test
    void aStoppedRunGivesItsWorkUpAndIsForgotten() {
        clock.begin(new Taker("one"), turn(Optional.of(Instant.now().plus(Duration.ofHours(1)))));
        await().untilAsserted(() -> assertThat(told).containsExactly("one turn"));

        assertThat(clock.stop(RUN)).isTrue();

        await().untilAsserted(() -> assertThat(told).containsExactly("one turn", "one given up", "one stopped"));
        assertThat(clock.stop(RUN)).isFalse();
    }

    @Test
    void aRunTakesItsTurnsOnce() {
        clock.begin(new Taker("one"), turn(Optional.of(Instant.now().plus(Duration.ofHours(1)))));

        clock.begin(new Taker("another"), turn(Optional.empty()));

        clock.stop(RUN);
        await().untilAsserted(() -> assertThat(told).contains("one stopped"));
        assertThat(told).noneMatch(each -> each.startsWith("another"));
    }

    @Test
    void aRunThatIsNotHereIsNotStopped() {
        assertThat(clock.stop(99)).isFalse();
    }

    private TurnWork turn(Optional<Instant> next) {
        return new TurnWork() {
            @Override
            public Optional<Instant> turn() {
                told.add("one turn");
                return next;
            }

            @Override
            public void giveUp() {
                told.add("one given up");
            }
        };
    }

    private final class Taker implements TurnTaker {

        private final String name;

        Taker(String name) {
            this.name = name;
        }

        @Override
        public long runId() {
            return RUN;
        }

        @Override
        public boolean isHeld() {
            return true;
        }

        @Override
        public void over() {
            told.add(name + " over");
        }

        @Override
        public void stopped() {
            told.add(name + " stopped");
        }
    }
}
