package org.computility.centers.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Centers that hang, fail and answer. */
class ProbesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final List<String> late = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        over.countDown();
        threads.shutdownNow();
    }

    @Test
    void aCenterThatHangsDelaysNoOther() {
        Probes probes = probes(LONG);
        probes.begin("hangs");

        probes.begin("good").join();

        assertThat(answered).containsExactly("good");
        assertThat(late).isEmpty();
    }

    @Test
    void aCenterThatHangsIsLateAndItsAnswerStillCounts() {
        CompletableFuture<Void> probe = probes(Duration.ofMillis(50)).begin("hangs");

        probe.join();

        await().untilAsserted(() -> assertThat(late).containsExactly("hangs"));
        assertThat(answered).isEmpty();
        over.countDown();
        await().untilAsserted(() -> assertThat(answered).containsExactly("hangs"));
    }

    @Test
    void aCenterIsAskedOnceAtATime() {
        Probes probes = probes(LONG);
        CompletableFuture<Void> first = probes.begin("hangs");
        CompletableFuture<Void> second = probes.begin("hangs");
        await().until(() -> !asked.isEmpty());
        assertThat(second).isNotDone();

        over.countDown();
        first.join();
        second.join();

        assertThat(asked).containsExactly("hangs");
        probes.begin("hangs").join();
        assertThat(asked).containsExactly("hangs", "hangs");
    }

    @Test
    void whatCannotBeKeptIsAskedAgain() {
        Probes probes = probes(LONG);

        probes.begin("fails").join();
        probes.begin("fails").join();

        assertThat(asked).containsExactly("fails", "fails");
    }

    @Test
    void withoutAFreeThreadNobodyWaits() {
        Probes probes = new Probes(
                task -> {
                    throw new RejectedExecutionException("full");
                },
                LONG,
                asked::add,
                late::add);

        probes.begin("good").join();

        assertThat(asked).isEmpty();
        assertThat(late).isEmpty();
    }

    private Probes probes(Duration patience) {
        return new Probes(threads, patience, this::ask, late::add);
    }

    private void ask(String centerId) {
        asked.add(centerId);
        if (centerId.equals("fails")) {
            throw new IllegalStateException("the database is away");
        }
        if (centerId.equals("hangs")) {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        answered.add(centerId);
    }
}
