package org.computility.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.computility.runtime.api.EventStreams.EventSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who listens to a node's events hears of everything, in order, or is cut off and knows it. */
@Timeout(60)
class EventStreamsTest {

    private static final String ALL_SENT = ": all states sent";
    private static final int MORE_THAN_ANYBODY_MAY_MISS = 10_100;

    private final EventStreams streams = new EventStreams();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        streams.close();
        threads.shutdownNow();
    }

    @Test
    void theStatesComeFirstAndEachEventHasTwoLinesAndAnEmptyOne() {
        Listener listener = new Listener();
        listen(listener, sink -> {
            sink.accept("service", json("s", 1));
            sink.accept("task", json("t", 2));
        });
        await().until(() -> listener.text().contains(ALL_SENT));

        streams.tell("task", json("t", 3));
        await().until(() -> listener.text().contains(":3}"));

        assertThat(listener.text())
                .isEqualTo("event: service\ndata: {\"s\":1}\n\n" + "event: task\ndata: {\"t\":2}\n\n" + ALL_SENT
                        + "\n\n" + "event: task\ndata: {\"t\":3}\n\n");
    }

    @Test
    void whatHappensWhileTheStatesAreLookedUpIsNotMissed() {
        Listener listener = new Listener();
        listen(listener, sink -> streams.tell("task", json("meanwhile", 1)));

        await().until(() -> listener.text().contains("meanwhile"));
        assertThat(listener.text()).startsWith(ALL_SENT);
    }

    @Test
    void everyListenerHearsEveryEventInItsOrder() {
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Listener listener = new Listener();
            listeners.add(listener);
            listen(listener, sink -> {});
        }
        await().until(() -> listeners.stream().allMatch(l -> l.text().contains(ALL_SENT)));
        for (int i = 0; i < 500; i++) {
            streams.tell("task", json("n", i));
        }

        List<String> expected =
                IntStream.range(0, 500).mapToObj(i -> "{\"n\":" + i + "}").toList();
        for (Listener each : listeners) {
            await().until(() -> each.text().contains(":499}"));
            assertThat(each.data()).isEqualTo(expected);
        }
    }

    @Test
    void aLateListenerHearsOnlyWhatComesFromThenOn() {
        streams.tell("task", json("before", 1));
        Listener late = new Listener();
        listen(late, sink -> {});
        await().until(() -> late.text().contains(ALL_SENT));
        streams.tell("task", json("after", 1));

        await().until(() -> late.text().contains("after"));
        assertThat(late.text()).doesNotContain("before");
    }

    @Test
    void aListenerThatDoesNotKeepUpIsCutOffAndHoldsUpNobody() throws Exception {
        Listener slow = new Listener();
        Listener quick = new Listener();
        Future<Void> cut = listen(slow, sink -> {});
        listen(quick, sink -> {});
        await().until(() -> slow.text().contains(ALL_SENT) && quick.text().contains(ALL_SENT));
        slow.halt();
        for (int i = 0; i < MORE_THAN_ANYBODY_MAY_MISS; i++) {
            int number = i;
            streams.tell("task", json("n", i));
            if (i % 1000 == 0) {
                await().until(() -> quick.text().contains(":" + number + "}"));
            }
        }
        await().until(() -> quick.data().size() == MORE_THAN_ANYBODY_MAY_MISS);

        slow.goOn();
        cut.get(20, TimeUnit.SECONDS);
        assertThat(slow.data()).as("it opens anew and sees all states").hasSizeLessThan(10);
        streams.tell("task", json("next", 1));
        await().until(() -> quick.text().contains("next"));
    }

    @Test
    void aListenerThatIsGoneIsForgotten() {
        Listener gone = new Listener();
        Future<Void> serving = listen(gone, sink -> {});
        await().until(() -> gone.text().contains(ALL_SENT));
        gone.hangUp();
        streams.tell("task", json("n", 1));

        assertThatThrownBy(() -> serving.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
        // A second event meets nobody.
        streams.tell("task", json("n", 2));
        assertThat(gone.text()).doesNotContain(":2}");
    }

    @Test
    void aSnapshotThatFailsLeavesNoListenerBehind() {
        Listener listener = new Listener();
        Future<Void> serving = listen(listener, sink -> {
            throw new IllegalStateException("no states");
        });

        assertThatThrownBy(() -> serving.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(IllegalStateException.class);
        streams.tell("task", json("n", 1));
        assertThat(listener.text()).isEmpty();
    }

    @Test
    void closingEndsAllStreams() throws Exception {
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Listener listener = new Listener();
            all.add(listen(listener, sink -> {}));
            await().until(() -> listener.text().contains(ALL_SENT));
        }
        streams.close();

        for (Future<Void> each : all) {
            each.get(20, TimeUnit.SECONDS);
        }
    }

    private interface Snapshot {
        void write(EventSink sink);
    }

    private Future<Void> listen(Listener listener, Snapshot snapshot) {
        Callable<Void> serving = () -> {
            streams.serve(listener, snapshot::write);
            return null;
        };
        return threads.submit(serving);
    }

    private static JsonObject json(String name, int value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    /** A far end that can halt and hang up. */
    private static final class Listener extends OutputStream {

        private final StringBuffer text = new StringBuffer();
        private volatile CountDownLatch open = new CountDownLatch(0);
        private volatile boolean gone;

        String text() {
            return text.toString();
        }

        List<String> data() {
            return text().lines()
                    .filter(line -> line.startsWith("data: "))
                    .map(line -> line.substring("data: ".length()))
                    .toList();
        }

        void halt() {
            open = new CountDownLatch(1);
        }

        void goOn() {
            open.countDown();
        }

        void hangUp() {
            gone = true;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (gone) {
                throw new IOException("the far end is gone");
            }
            text.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
        }
    }
}
