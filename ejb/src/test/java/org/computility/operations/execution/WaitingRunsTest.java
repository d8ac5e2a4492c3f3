package org.computility.operations.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.computility.operations.RunStatus;
import org.computility.operations.turns.TurnClock;
import org.computility.operations.turns.TurnTaker;
import org.computility.operations.turns.TurnWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingRunsTest {

    private static final long RUN = 7;

    private final LiveRuns live = new LiveRuns(Duration.ofSeconds(15));
    private final Clock clock = new Clock();
    private final List<String> launched = new ArrayList<>();
    private final WaitingRuns waiting = new WaitingRuns();

    @BeforeEach
    void open() {
        waiting.live = live;
        waiting.clock = clock;
        waiting.launcher = new RunLauncher() {
            @Override
            public void launch(long runId, int attempt) {
                launched.add(runId + "/" + attempt);
            }
        };
        live.begin(RUN, 2);
    }

    @Test
    void aRunThatGoesOnInTurnsOutlivesItsExecution() {
        assertThat(waiting.goOn(RUN, new NoWork())).isEqualTo("WAITING");

        assertThat(waiting.begin(attempt(2), RunStatus.STOPPED)).isTrue();

        assertThat(clock.takers).hasSize(1);
        assertThat(clock.takers.get(0).isHeld()).isTrue();
    }

    @Test
    void whenTheWorkIsOverTheEngineEndsTheJob() {
        waiting.goOn(RUN, new NoWork());
        waiting.begin(attempt(2), RunStatus.STOPPED);

        clock.takers.get(0).over();

        assertThat(launched).containsExactly("7/2");
        assertThat(waiting.begin(attempt(2), RunStatus.COMPLETED))
                .as("it ends with its last execution")
                .isFalse();
    }

    @Test
    void aFailedExecutionAnOtherAttemptAndARunWithoutTurnsEndTheRun() {
        assertThat(waiting.begin(attempt(2), RunStatus.COMPLETED)).isFalse();
        waiting.goOn(RUN, new NoWork());

        assertThat(waiting.begin(attempt(1), RunStatus.STOPPED)).isFalse();
        assertThat(waiting.begin(attempt(2), RunStatus.FAILED)).isFalse();

        assertThat(clock.takers).isEmpty();
    }

    @Test
    void aStopBetweenTheExecutionsEndAndTheFirstTurnIsNotForgotten() {
        waiting.goOn(RUN, new NoWork());
        run().askToStop();

        waiting.begin(attempt(2), RunStatus.STOPPED);

        assertThat(clock.stopped).containsExactly(RUN);
    }

    @Test
    void aRunThatWasForgottenIsNotHeld() {
        waiting.goOn(RUN, new NoWork());
        waiting.begin(attempt(2), RunStatus.STOPPED);

        live.forget(run());

        assertThat(clock.takers.get(0).isHeld()).isFalse();
    }

    @Test
    void aLeaseThatWasNotProlongedInTimeIsNotHeld() {
        waiting.goOn(RUN, new NoWork());
        waiting.begin(attempt(2), RunStatus.STOPPED);

        run().held(System.nanoTime() - Duration.ofSeconds(14).toNanos());
        assertThat(clock.takers.get(0).isHeld()).isFalse();

        run().held(System.nanoTime());
        assertThat(clock.takers.get(0).isHeld()).isTrue();
    }

    private LiveRun run() {
        return live.find(RUN).orElseThrow();
    }

    private static RunAttempt attempt(int number) {
        return new RunAttempt(RUN, number);
    }

    private static final class NoWork implements TurnWork {
        @Override
        public Optional<Instant> turn() {
            return Optional.empty();
        }

        @Override
        public void giveUp() {
            // It has begun nothing.
        }
    }

    private static final class Clock extends TurnClock {

        private final List<TurnTaker> takers = new ArrayList<>();
        private final List<Long> stopped = new ArrayList<>();

        @Override
        public boolean stop(long runId) {
            return stopped.add(runId);
        }

        @Override
        public void begin(TurnTaker taker, TurnWork work) {
            takers.add(taker);
        }
    }
}
