package org.computility.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedWriteTest {

    private static final int FIRST = 0;
    private static final int POISON = 13;

    private final List<List<Integer>> tried = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final SharedWrite<Integer> shared = new SharedWrite<>(this::write);

    @AfterEach
    void endThreads() {
        firstMayEnd.countDown();
        threads.shutdownNow();
    }

    @Test
    void whoComesAloneIsWrittenAlone() {
        shared.write(1);
        shared.write(2);

        assertThat(tried).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void thoseWhoWaitForAWriteGoTogetherWithTheNext() {
        List<CompletableFuture<Void>> callers = callersBehindTheFirst(1, 2, 3, 4);

        firstMayEnd.countDown();

        callers.forEach(CompletableFuture::join);
        assertThat(tried).hasSize(2);
        assertThat(tried.get(1)).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void nobodyReturnsBeforeItsThingIsWritten() {
        List<CompletableFuture<Void>> callers = callersBehindTheFirst(1, 2, 3);

        assertThat(callers).noneMatch(CompletableFuture::isDone);
        firstMayEnd.countDown();
        callers.forEach(CompletableFuture::join);
    }

    @Test
    void whatCannotBeWrittenFailsForItsOwnCallerOnly() {
        List<CompletableFuture<Void>> callers = callersBehindTheFirst(1, POISON, 3);

        firstMayEnd.countDown();

        callers.get(0).join();
        callers.get(2).join();
        assertThatThrownBy(callers.get(1)::join).hasRootCauseMessage("poison");
        assertThat(tried).contains(List.of(1), List.of(3), List.of(POISON)).hasSize(5);
    }

    @Test
    void whoFailsAloneIsNotTriedAgain() {
        assertThatThrownBy(() -> shared.write(POISON)).hasMessage("poison");

        assertThat(tried).containsExactly(List.of(POISON));
    }

    @Test
    void itGoesOnAfterAFailure() {
        assertThatThrownBy(() -> shared.write(POISON)).hasMessage("poison");

        shared.write(1);

        assertThat(tried).containsExactly(List.of(POISON), List.of(1));
    }

    /** One caller is in the middle of its write, and these wait behind it. */
    private List<CompletableFuture<Void>> callersBehindTheFirst(int... things) {
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> shared.write(FIRST), threads);
        await().until(() -> !tried.isEmpty());
        List<CompletableFuture<Void>> callers = IntStream.of(things)
                .mapToObj(thing -> CompletableFuture.runAsync(() -> shared.write(thing), threads))
                .toList();
        await().until(() -> shared.waiting() == things.length);
        return callers;
    }

    private void write(List<Integer> things) {
        tried.add(things);
        if (things.contains(FIRST)) {
            awaitFirst();
        }
        if (things.contains(POISON)) {
            throw new IllegalArgumentException("poison");
        }
    }

    private void awaitFirst() {
        try {
            firstMayEnd.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
