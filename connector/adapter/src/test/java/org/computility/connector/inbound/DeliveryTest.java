package org.computility.connector.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.RuntimeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** News of any runtime: the delivery knows no side. */
class DeliveryTest {

    private static final int CAPACITY = 1_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final FakeServer server = new FakeServer();
    private final List<String> source = new CopyOnWriteArrayList<>();
    private Delivery delivery;

    private record Number(String computeCode, int value) implements RuntimeEvent {}

    @BeforeEach
    void open() {
        delivery =
                new Delivery(new RuntimeAddress("a", "h", 1, "u", "p"), List.of(new Endpoint(server, server)), timer);
        delivery.from(new EventSource() {
            @Override
            public void resume() {
                source.add("resume");
            }

            @Override
            public void reopen(String reason) {
                source.add("reopen");
            }
        });
    }

    @AfterEach
    void close() {
        delivery.stop();
        timer.shutdownNow();
        server.close();
    }

    @Test
    void eventsArriveInTheirOrderOneAtATime() {
        List<RuntimeEvent> all = send(500);

        await().until(() -> server.heard().size() == 500);
        assertThat(server.heard()).isEqualTo(all);
        assertThat(server.openEndpoints()).isZero();
    }

    @Test
    void aListenerThatFailsTwiceIsTriedAThirdTimeAndNothingIsAskedFor() {
        int[] failures = {2};
        server.bean(event -> {
            if (failures[0]-- > 0) {
                throw new IllegalStateException("the database is away");
            }
        });

        List<RuntimeEvent> all = send(2);

        await().atMost(Duration.ofSeconds(10)).until(() -> server.heard().equals(all));
        assertThat(source).isEmpty();
    }

    @Test
    void anEventThatNeverWorksIsDroppedAndTheSourceToldToBeginAnew() {
        server.bean(event -> {
            if (((Number) event).value() == 0) {
                throw new IllegalStateException("never");
            }
        });

        List<RuntimeEvent> all = send(2);

        await().atMost(Duration.ofSeconds(10)).until(() -> server.heard().equals(all.subList(1, 2)));
        assertThat(source).containsExactly("reopen");
    }

    @Test
    void aFullQueueSaysSoAndHasTheSourceReadOnWhenHalfIsDone() {
        CountDownLatch slow = new CountDownLatch(1);
        server.bean(event -> awaitQuietly(slow));

        send(CAPACITY - 1);
        assertThat(delivery.isFull()).isFalse();
        send(1);
        assertThat(delivery.isFull()).isTrue();
        assertThat(source).isEmpty();
        slow.countDown();

        await().until(() -> server.heard().size() == CAPACITY);
        assertThat(source).containsExactly("resume");
        assertThat(delivery.isFull()).isFalse();
    }

    @Test
    void whatWaitsAtTheStopIsForgottenAndWhatComesLaterToo() {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        server.bean(event -> {
            begun.countDown();
            awaitQuietly(slow);
        });
        List<RuntimeEvent> all = send(3);
        awaitQuietly(begun);

        delivery.stop();
        slow.countDown();
        send(1);

        await().during(Duration.ofMillis(200)).until(() -> server.heard().equals(all.subList(0, 1)));
    }

    @Test
    void withoutThreadsOrListenersNothingIsLost() {
        server.rejectWork(1);
        server.refuseEndpoints(1);

        List<RuntimeEvent> all = send(3);

        await().atMost(Duration.ofSeconds(10)).until(() -> server.heard().equals(all));
    }

    private List<RuntimeEvent> send(int count) {
        List<RuntimeEvent> all = IntStream.range(0, count)
                .<RuntimeEvent>mapToObj(value -> new Number("a", value))
                .toList();
        all.forEach(delivery::accept);
        return all;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
