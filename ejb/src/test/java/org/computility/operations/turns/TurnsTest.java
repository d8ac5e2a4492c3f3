package org.computility.operations.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.IntStream;
import org.computility.shared.database.outage.DatabaseState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(4);
    private final DatabaseState database = new DatabaseState(Clock.systemUTC());
    private final Taker taker = new Taker();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void turnsAreTakenUntilTheWorkIsOver() {
        Work work = new Work(3);

        begin(work);

        awaitDone(work, "turn", "turn", "turn");
        awaitTold("over");
    }

    @Test
    void aTurnIsTakenWhenItIsDueAndNotBefore() {
        Work work = new Work(2);
        work.pause = Duration.ofMillis(200);

        begin(work);

        awaitTold("over");
        assertThat(Duration.between(work.times.get(0), work.times.get(1))).isGreaterThanOrEqualTo(work.pause);
    }

    @Test
    void waitingRunsHoldNoThread() {
        List<Work> many = IntStream.range(0, 200).mapToObj(i -> new Work(2)).toList();
        many.forEach(work -> work.pause = Duration.ofHours(1));

        many.forEach(this::begin);

        await().untilAsserted(() ->
                assertThat(many).allSatisfy(work -> assertThat(work.done).hasSize(1)));
        await().until(() -> threads.getActiveCount() == 0);
    }

    @Test
    void aStopEndsThePause() {
        Work work = new Work(2);
        work.pause = Duration.ofHours(1);
        Turns turns = begin(work);
        awaitDone(work, "turn");

        turns.stop();

        awaitDone(work, "turn", "given up");
        awaitTold("stopped");
    }

    @Test
    void aStopWaitsForTheTurnThatIsBeingTaken() {
        Work work = new Work(5);
        work.gate = new CountDownLatch(1);
        Turns turns = begin(work);
        await().until(() -> threads.getActiveCount() == 1);

        turns.stop();
        turns.stop();
        work.gate.countDown();

        awaitDone(work, "turn", "given up");
        awaitTold("stopped");
    }

    @Test
    void aStopAfterTheEndDoesNothing() {
        Work work = new Work(1);
        Turns turns = begin(work);
        awaitTold("over");

        turns.stop();

        assertThat(threads.getQueue()).isEmpty();
        assertThat(work.done).containsExactly("turn");
    }

    @Test
    void aTurnThatFailsIsTakenAgain() {
        Work work = new Work(2);
        work.failures.add(new IllegalStateException("The node burns."));

        begin(work);

        awaitDone(work, "failed", "turn", "turn");
        awaitTold("over");
    }

    @Test
    void anErrorEndsNoRunEither() {
        Work work = new Work(1);
        work.failures.add(new StackOverflowError("planted"));

        begin(work);

        awaitDone(work, "failed", "turn");
        awaitTold("over");
    }

    @Test
    void aRunThatMayBeAnotherServersByNowTakesNoTurn() {
        taker.held = false;
        Work work = new Work(1);

        begin(work);

        await().until(() -> threads.getCompletedTaskCount() > 0);
        assertThat(work.done).isEmpty();
        taker.held = true;
        awaitTold("over");
    }

    @Test
    void aRunThatWasLostLeavesItsWorkAlone() {
        Work work = new Work(2);
        work.pause = Duration.ofHours(1);
        Turns turns = begin(work);
        awaitDone(work, "turn");
        taker.held = false;

        turns.stop();

        awaitTold("stopped");
        assertThat(work.done).containsExactly("turn");
    }

    private Turns begin(Work work) {
        Turns turns = new Turns(taker, work, null, threads, database, Clock.systemUTC());
        turns.begin();
        return turns;
    }

    private static void awaitDone(Work work, String... done) {
        await().untilAsserted(() -> assertThat(work.done).containsExactly(done));
    }

    private void awaitTold(String end) {
        await().untilAsserted(() -> assertThat(taker.told).containsExactly(end));
    }

    private static final class Taker implements TurnTaker {

        private final List<String> told = new CopyOnWriteArrayList<>();
        private volatile boolean held = true;

        @Override
        public long runId() {
            return 7;
        }

        @Override
        public boolean isHeld() {
            return held;
        }

        @Override
        public void over() {
            told.add("over");
        }

        @Override
        public void stopped() {
            told.add("stopped");
        }
    }

    /** So many turns, written down. */
    private static final class Work implements TurnWork {

        private final List<String> done = new CopyOnWriteArrayList<>();
        private final List<Instant> times = new CopyOnWriteArrayList<>();
        private final Deque<Throwable> failures = new ArrayDeque<>();
        private volatile Duration pause = Duration.ZERO;
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private int left;

        Work(int turns) {
            left = turns;
        }

        @Override
        public Optional<Instant> turn() {
            times.add(Instant.now());
            pass();
            if (!failures.isEmpty()) {
                done.add("failed");
                throw thrown(failures.pop());
            }
            done.add("turn");
            return --left > 0 ? Optional.of(Instant.now().plus(pause)) : Optional.empty();
        }

        @Override
        public void giveUp() {
            done.add("given up");
        }

        private static RuntimeException thrown(Throwable failure) {
            if (failure instanceof Error error) {
                throw error;
            }
            return (RuntimeException) failure;
        }

        private void pass() {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
