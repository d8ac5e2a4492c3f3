package org.computility.trading.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.computility.shared.BusinessFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealingTurnsTest {

    private static final int PLACES = 4;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final UUID resource = UUID.randomUUID();
    private final CountDownLatch slowSeller = new CountDownLatch(1);
    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService buyers = Executors.newCachedThreadPool();
    private final List<CompletableFuture<Void>> asked = new ArrayList<>();

    @AfterEach
    void end() {
        slowSeller.countDown();
        buyers.shutdown();
    }

    @Test
    void oneSlowSellerHoldsSomeThreadsOnly() {
        SealingTurns turns = new SealingTurns(PLACES, LONG);
        for (int buyer = 0; buyer < PLACES; buyer++) {
            ask(turns, resource);
        }
        await().until(() -> refused(turns, UUID.randomUUID()));

        slowSeller.countDown();
        asked.forEach(CompletableFuture::join);
        assertThat(started).hasValue(PLACES);
        turns.take(UUID.randomUUID(), started::incrementAndGet);
        assertThat(started).hasValue(PLACES + 1);
    }

    @Test
    void oneAtATimeForAResourceAndAnotherBesideIt() {
        SealingTurns turns = new SealingTurns(PLACES, Duration.ofMillis(50));
        ask(turns, resource);
        await().until(() -> started.get() == 1);

        assertThat(refused(turns, resource)).as("another works at it").isTrue();
        turns.take(UUID.randomUUID(), started::incrementAndGet);
        assertThat(started).hasValue(2);

        slowSeller.countDown();
        asked.forEach(CompletableFuture::join);
        turns.take(resource, started::incrementAndGet);
        assertThat(started).hasValue(3);
    }

    @Test
    void whoFailsLeavesItsPlace() {
        SealingTurns turns = new SealingTurns(1, LONG);
        for (int time = 0; time < 3; time++) {
            assertThatThrownBy(() -> turns.take(resource, () -> {
                        throw new IllegalStateException("the seller is away");
                    }))
                    .hasMessage("the seller is away");
        }
    }

    private void ask(SealingTurns turns, UUID what) {
        asked.add(CompletableFuture.runAsync(
                () -> turns.take(what, () -> {
                    started.incrementAndGet();
                    try {
                        slowSeller.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                buyers));
    }

    private static boolean refused(SealingTurns turns, UUID what) {
        try {
            turns.take(what, () -> {});
            return false;
        } catch (BusinessFailure e) {
            assertThat(e.code()).isEqualTo("server-busy");
            assertThat(e.retryAfter()).isPresent();
            return true;
        }
    }
}
