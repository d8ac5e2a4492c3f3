package org.computility.centers.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
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

    @AfterEach
    void stop() {
        over.countDown();
        threads.shutdownNow();
    }

    @Test
    void aCenterThatHangsDelaysNoOther() {
        Probes probes = probes(LONG);
        probes.begin("hangs");

        assertThat(probes.begin("good").awaitLate()).isFalse();

        assertThat(answered).containsExactly("good");
        assertThat(probes.late()).isEmpty();
    }

    @Test
    void aCenterThatHangsIsLateOnceAndItsAnswerStillCounts() {
        Probes probes = probes(Duration.ofMillis(50));
        Probes.Probe probe = probes.begin("hangs");
        await().untilAsserted(() -> assertThat(probes.late()).containsExactly("hangs"));

        assertThat(probes.late()).isEmpty();
        assertThat(probe.awaitLate()).as("somebody heard it before").isFalse();
        assertThat(answered).isEmpty();

        over.countDown();
        await().untilAsserted(() -> assertThat(answered).containsExactly("hangs"));
    }

    @Test
    void whoWaitsForACenterThatHangsHearsThatItIsLate() {
        Probes probes = probes(Duration.ofMillis(50));

        assertThat(probes.begin("hangs").awaitLate()).isTrue();

        assertThat(probes.late()).isEmpty();
    }

    @Test
    void aCenterIsAskedOnceAtATime() {
        Probes probes = probes(LONG);
        Probes.Probe first = probes.begin("hangs");
        assertThat(probes.begin("hangs")).isSameAs(first);

        over.countDown();
        assertThat(first.awaitLate()).isFalse();
        assertThat(asked).containsExactly("hangs");

        probes.begin("hangs").awaitLate();
        assertThat(asked).containsExactly("hangs", "hangs");
    }

    @Test
    void whatCannotBeKeptIsAskedAgain() {
        Probes probes = probes(LONG);

        probes.begin("fails").awaitLate();
        probes.begin("fails").awaitLate();

        assertThat(asked).containsExactly("fails", "fails");
    }

    @Test
    void withoutAFreeThreadNobodyWaits() {
        Probes probes = new Probes(
                task -> {
                    throw new RejectedExecutionException("full");
                },
                LONG,
                asked::add);

        assertThat(probes.begin("good").awaitLate()).isFalse();

        assertThat(asked).isEmpty();
    }

    private Probes probes(Duration patience) {
        return new Probes(threads, patience, this::ask);
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
