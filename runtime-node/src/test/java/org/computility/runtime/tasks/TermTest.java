package org.computility.runtime.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a task goes on, and how long it waits before it tries again. */
@Timeout(30)
class TermTest {

    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void oneWithoutALimitIsOverWhenItIsStopped() {
        Term term = new Term(null);
        assertThat(term.isOver()).isFalse();

        term.stop();
        term.stop();

        assertThat(term.isOver()).isTrue();
    }

    @Test
    void aPauseEndsAtOnceWhenTheTaskIsStopped() throws Exception {
        Term term = new Term(null);
        CompletableFuture<Void> pausing = CompletableFuture.runAsync(() -> term.pause(LONG));

        term.stop();

        pausing.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aPauseDoesNotReachBeyondTheLimit() {
        Term term = new Term(Duration.ofMillis(50));
        term.pause(LONG);

        assertThat(term.isOver()).isTrue();
        // And there is no pause in one that is over.
        term.pause(LONG);
    }

    @Test
    void aPauseOfNothingIsNone() {
        Term term = new Term(null);
        term.pause(Duration.ZERO);
        term.pause(Duration.ofSeconds(-5));

        assertThat(term.isOver()).isFalse();
    }

    @Test
    void anInterruptedPauseEndsTheTaskAndIsPassedOn() throws Exception {
        Term term = new Term(null);
        CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
            Thread.currentThread().interrupt();
            term.pause(LONG);
            return Thread.interrupted();
        });

        assertThat(interrupted.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(term.isOver()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "3, 2000", "6, 16000", "7, 30000", "11, 30000", "64, 30000", "2000000000, 30000"})
    void mediaThatFailAreOpenedAgainAfterGrowingPauses(int failures, long millis) {
        for (int i = 0; i < 50; i++) {
            assertThat(Retry.after(failures).toMillis()).isBetween(millis, millis * 5 / 4);
        }
    }
}
