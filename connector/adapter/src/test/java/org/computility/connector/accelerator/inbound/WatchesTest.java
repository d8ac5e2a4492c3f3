package org.computility.connector.accelerator.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.AcceleratorEvent.StreamLost;
import org.computility.connector.accelerator.AcceleratorEvent.StreamOpened;
import org.computility.connector.accelerator.AcceleratorEvent.TaskChanged;
import org.computility.connector.accelerator.protocol.FakeNode;
import org.computility.connector.accelerator.protocol.StreamTiming;
import org.computility.connector.inbound.Endpoint;
import org.computility.connector.inbound.FakeServer;
import org.computility.connector.inbound.SharedAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchesTest {

    private static final StreamTiming FAST = new StreamTiming(
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            Duration.ofMillis(20),
            Duration.ofMillis(100),
            Duration.ofMillis(100));

    private final FakeServer server = new FakeServer();
    private final Endpoint endpoint = new Endpoint(server, server);
    private final SharedAdapter adapter = new SharedAdapter();
    private final Watches watches = Watches.joined(adapter, FAST);
    private final List<FakeNode> nodes = new ArrayList<>();

    @BeforeEach
    void start() {
        adapter.started();
    }

    @AfterEach
    void stop() {
        adapter.remove(endpoint);
        adapter.stopped();
        nodes.forEach(FakeNode::close);
        server.close();
    }

    @Test
    void opensNoStreamUntilSomebodyListens() throws IOException {
        FakeNode node = watchedNode("a");
        await().during(Duration.ofMillis(200)).until(() -> node.streamsOpened() == 0);

        adapter.add(endpoint);

        await().untilAsserted(() -> assertThat(server.heard()).containsExactly(new StreamOpened("a")));
    }

    @Test
    void watchingTheSameAddressAgainChangesNothing() throws IOException {
        FakeNode node = listenedTo("a");

        watches.watch(node.address("a"));

        await().during(Duration.ofMillis(200)).until(() -> node.streamsOpened() == 1);
    }

    @Test
    void watchingTheSameAddressAgainOpensAStreamAtOnceThatWaitsForItsNextAttempt() throws IOException {
        Watches patient = Watches.joined(
                adapter,
                new StreamTiming(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1)));
        adapter.add(endpoint);
        FakeNode node = new FakeNode();
        nodes.add(node);
        patient.watch(node.address("a"));
        await().until(() -> node.streamsOpened() == 1);
        node.endStream();
        await().during(Duration.ofMillis(300)).until(() -> node.streamsOpened() == 1);

        patient.watch(node.address("a"));

        await().until(() -> node.streamsOpened() == 2);
    }

    @Test
    void aSignOfLifeReplacesAnAttemptThatGetsNoAnswer() throws IOException {
        Watches patient = Watches.joined(
                adapter,
                new StreamTiming(
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1),
                        Duration.ofHours(1)));
        adapter.add(endpoint);
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            RuntimeAddress address = new RuntimeAddress("mute", "127.0.0.1", mute.getLocalPort(), "u", "p");
            mute.setSoTimeout(10_000);
            patient.watch(address);
            try (Socket first = mute.accept()) {
                first.setSoTimeout(10_000);
                assertThat(first.getInputStream().read()).isNotNegative();
                patient.watch(address);
                try (Socket second = mute.accept()) {
                    // Returns only when the other side has ended the first attempt.
                    assertThat(first.getInputStream().readAllBytes()).isNotEmpty();
                    assertThat(second.isConnected()).isTrue();
                }
            }
        }
    }

    @Test
    void watchingAnotherAddressMovesTheStream() throws IOException {
        FakeNode before = listenedTo("a");
        FakeNode after = listenedTo("a");
        before.sendFrames(1);
        after.sendFrames(2);

        await().until(() -> frames("a").equals(List.of(2L)));
    }

    @Test
    void anUnwatchedNodeIsNotHeardAnyMore() throws IOException {
        FakeNode node = listenedTo("a");

        watches.unwatch("a");
        watches.unwatch("never watched");
        node.sendFrames(1);

        await().during(Duration.ofMillis(200)).until(() -> frames("a").isEmpty() && node.streamsOpened() == 1);
    }

    @Test
    void aDeadNodeIsNoticedAndHoldsUpNobody() throws IOException {
        try (ServerSocket blackHole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Socket taken = new Socket()) {
            // Bound, but not listening: no other process can take the port meanwhile.
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            adapter.add(endpoint);
            watches.watch(new RuntimeAddress("hole", "127.0.0.1", blackHole.getLocalPort(), "u", "p"));
            watches.watch(new RuntimeAddress("closed", "127.0.0.1", taken.getLocalPort(), "u", "p"));
            int threadsBefore = adapterThreads();
            for (int i = 0; i < 50; i++) {
                watchedNode("live" + i);
            }
            await().until(() -> nodes.stream().allMatch(node -> node.streamsOpened() == 1));
            nodes.forEach(node -> node.sendFrames(1));

            await().atMost(FAST.answer().plusSeconds(2)).until(() -> lost("hole") && lost("closed"));
            nodes.forEach(node -> node.sendFrames(2));
            await().untilAsserted(() -> {
                for (int i = 0; i < 50; i++) {
                    assertThat(frames("live" + i)).containsExactly(1L, 2L);
                    assertThat(lost("live" + i)).isFalse();
                }
            });
            assertThat(adapterThreads() - threadsBefore).isLessThan(50);
        }
    }

    @Test
    void aSlowListenerHoldsUpOneNodeOnly() throws IOException {
        CountDownLatch slow = new CountDownLatch(1);
        server.bean(event -> {
            if (event instanceof TaskChanged && event.computeCode().equals("a")) {
                awaitQuietly(slow);
            }
        });
        FakeNode a = listenedTo("a");
        FakeNode b = listenedTo("b");

        LongStream.range(0, 100).forEach(a::sendFrames);
        LongStream.range(0, 100).forEach(b::sendFrames);

        List<Long> all = LongStream.range(0, 100).boxed().toList();
        await().until(() -> frames("b").equals(all));
        assertThat(frames("a")).isEmpty();
        slow.countDown();
        await().until(() -> frames("a").equals(all));
    }

    @Test
    void losesNothingWhenTheListenerIsSlowerThanTheNode() throws IOException {
        CountDownLatch slow = new CountDownLatch(1);
        server.bean(event -> {
            if (event instanceof TaskChanged) {
                awaitQuietly(slow);
            }
        });
        FakeNode node = listenedTo("a");
        LongStream.range(0, 20_000).forEach(node::sendFrames);
        slow.countDown();

        List<Long> all = LongStream.range(0, 20_000).boxed().toList();
        await().atMost(Duration.ofSeconds(20)).until(() -> frames("a").equals(all));
        assertThat(node.streamsOpened()).isEqualTo(1);
    }

    @Test
    void triesAFailedEventAgainBeforeTheNext() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        server.bean(event -> {
            if (event instanceof TaskChanged && calls.incrementAndGet() == 1) {
                throw new IllegalStateException("database away");
            }
        });
        FakeNode node = listenedTo("a");
        node.sendFrames(1);
        node.sendFrames(2);

        await().until(() -> frames("a").equals(List.of(1L, 2L)));
        assertThat(server.openEndpoints()).isZero();
    }

    @Test
    void asksTheNodeForEverythingAgainAfterDroppingAnEvent() throws IOException {
        server.bean(event -> {
            if (event instanceof TaskChanged task && task.task().frames() == 1) {
                throw new IllegalStateException("never works");
            }
        });
        FakeNode node = listenedTo("a");
        node.sendFrames(1);
        node.sendFrames(2);

        await().until(() -> node.streamsOpened() == 2);
        await().until(() -> frames("a").contains(2L));
    }

    @Test
    void waitsForAServerThatIsNotReady() throws IOException {
        server.rejectWork(2);
        server.refuseEndpoints(2);
        FakeNode node = listenedTo("a");
        LongStream.range(0, 10).forEach(node::sendFrames);

        await().until(() -> frames("a").equals(LongStream.range(0, 10).boxed().toList()));
    }

    @Test
    void closesAllStreamsWithTheLastListener() throws IOException {
        FakeNode node = listenedTo("a");

        adapter.remove(endpoint);
        node.sendFrames(1);
        await().during(Duration.ofMillis(200)).until(() -> frames("a").isEmpty());

        adapter.add(endpoint);
        await().until(() -> node.streamsOpened() == 2);
    }

    private FakeNode watchedNode(String code) throws IOException {
        FakeNode node = new FakeNode();
        nodes.add(node);
        watches.watch(node.address(code));
        return node;
    }

    private FakeNode listenedTo(String code) throws IOException {
        if (nodes.isEmpty()) {
            adapter.add(endpoint);
        }
        FakeNode node = watchedNode(code);
        await().until(() -> node.streamsOpened() == 1);
        return node;
    }

    private List<Long> frames(String code) {
        return server.heardOf(code).stream()
                .filter(TaskChanged.class::isInstance)
                .map(event -> ((TaskChanged) event).task().frames())
                .toList();
    }

    private boolean lost(String code) {
        return server.heardOf(code).stream().anyMatch(StreamLost.class::isInstance);
    }

    private static int adapterThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("computility-"))
                .count();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
