package org.computility.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TogetherTest {

    private static final List<Integer> THREE = List.of(1, 2, 3);
    private static final Function<Integer, Integer> TWICE = number -> 2 * number;

    /** As on a server where every thread of the pool ends a group at the same moment. */
    @Test
    void doesAllThoughEveryThreadOfThePoolDoesTheSame() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch bothInside = new CountDownLatch(2);
            Callable<List<Integer>> group = () -> {
                bothInside.countDown();
                bothInside.await();
                return Together.each(THREE, TWICE, pool);
            };

            var groups = pool.invokeAll(List.of(group, group), 20, TimeUnit.SECONDS);

            assertThat(groups.get(0).get()).containsExactly(2, 4, 6);
            assertThat(groups.get(1).get()).containsExactly(2, 4, 6);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void doesAllThoughThePoolRefusesMoreWork() {
        assertThat(Together.each(THREE, TWICE, task -> {
                    throw new RejectedExecutionException("full");
                }))
                .containsExactly(2, 4, 6);
    }

    @Test
    void worksAtOnceWhereThreadsAreFree() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        try {
            CountDownLatch bothInside = new CountDownLatch(2);

            List<Boolean> met = Together.each(List.of(1, 2), number -> meet(bothInside), pool);

            assertThat(met).containsExactly(true, true);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void saysWhatFailed() {
        Function<Integer, Integer> failing = number -> {
            throw new IllegalArgumentException("broken");
        };

        assertThatThrownBy(() -> Together.each(THREE, failing, Runnable::run)).hasRootCauseMessage("broken");
    }

    private static boolean meet(CountDownLatch all) {
        all.countDown();
        try {
            return all.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void waitsForWhatIsSlowNoLongerThanItIsTold() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(3);
        CountDownLatch mayEnd = new CountDownLatch(2);
        try {
            Function<Integer, Integer> slowIsTwo = number -> {
                if (number == 2) {
                    meet(mayEnd);
                }
                return 2 * number;
            };

            List<Future<Integer>> all = Together.within(Duration.ofMillis(200), THREE, slowIsTwo, pool);

            assertThat(all.get(1).isDone()).isFalse();
            mayEnd.countDown();
            assertThat(all.get(1).get()).isEqualTo(4);
            assertThat(all.get(2).get()).isEqualTo(6);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void doesInTimeWhatNoThreadIsFreeFor() {
        assertThat(Together.within(Duration.ZERO, THREE, TWICE, task -> {
                    throw new RejectedExecutionException("full");
                }))
                .extracting(Future::get)
                .containsExactly(2, 4, 6);
    }
}
