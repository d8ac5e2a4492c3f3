package org.computility.connector.accelerator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.computility.connector.RuntimeEvent;
import org.computility.connector.accelerator.AcceleratorEvent.PackageProgress;
import org.computility.connector.accelerator.AcceleratorEvent.ServiceChanged;
import org.computility.connector.accelerator.AcceleratorEvent.StreamLost;
import org.computility.connector.accelerator.AcceleratorEvent.StreamOpened;
import org.computility.connector.accelerator.AcceleratorEvent.StreamQuiet;
import org.computility.connector.accelerator.AcceleratorEvent.TaskChanged;
import org.computility.connector.http.RuntimeHttp;
import org.computility.connector.inbound.EventSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final StreamTiming FAST = new StreamTiming(
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMillis(50));

    /** Never broken by silence alone. */
    private static final StreamTiming PATIENT = new StreamTiming(
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofHours(1),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMillis(50));

    private final RuntimeHttp http = new RuntimeHttp(Duration.ofSeconds(2));
    private final Heard heard = new Heard();
    private FakeNode node;
    private EventStream stream;

    /** Keeps what it is told; full when told so. */
    private static final class Heard implements EventSink {

        final List<RuntimeEvent> events = new CopyOnWriteArrayList<>();
        volatile int room = Integer.MAX_VALUE;

        @Override
        public void accept(RuntimeEvent event) {
            events.add(event);
        }

        @Override
        public boolean isFull() {
            return events.size() >= room;
        }

        List<Long> frames() {
            return events.stream()
                    .filter(TaskChanged.class::isInstance)
                    .map(event -> ((TaskChanged) event).task().frames())
                    .toList();
        }
    }

    @BeforeEach
    void open() throws IOException {
        node = new FakeNode();
        stream = new EventStream(http, node.address("c"), FAST, heard);
        stream.start();
        await().until(() -> node.streamsOpened() == 1);
    }

    @AfterEach
    void close() {
        stream.close();
        node.close();
        http.close();
    }

    @Test
    void tellsAllKindsOfNews() {
        node.sendFrames(7);
        node.send("event: service\ndata: {\"AlgoServiceID\":\"s\",\"Status\":\"RUNNING\"}\n\n");
        node.send("event: package\ndata: {\"AlgoFilePackageID\":\"p\",\"Status\":3,\"DownloadProgress\":1}\n\n");

        await().untilAsserted(() -> assertThat(heard.events)
                .hasExactlyElementsOfTypes(
                        StreamOpened.class, TaskChanged.class, ServiceChanged.class, PackageProgress.class));
        assertThat(heard.events).allMatch(event -> event.computeCode().equals("c"));
    }

    @Test
    void keepsTheOrder() {
        LongStream.range(0, 2_000).forEach(node::sendFrames);

        List<Long> sent = LongStream.range(0, 2_000).boxed().toList();
        await().untilAsserted(() -> assertThat(heard.frames()).isEqualTo(sent));
    }

    @Test
    void survivesSenselessAndUnknownEvents() {
        node.send("event: task\ndata: {\"TaskID\n\nevent: task\ndata: []\n\nevent: task\ndata: {}\n\n");
        node.send("event: weather\ndata: rain\n\n");
        node.sendFrames(1);

        await().until(() -> heard.frames().equals(List.of(1L)));
        assertThat(node.streamsOpened()).isEqualTo(1);
    }

    @Test
    void cleansTheTextsOfAnEvent() {
        node.send("event: task\ndata: {\"TaskID\":\"t\",\"Status\":\"ERROR\",\"Message\":\"a\\u0000\\udc00\"}\n\n");

        await().until(() -> heard.events.size() == 2);
        assertThat(((TaskChanged) heard.events.get(1)).task().message()).isEqualTo("a\ufffd\ufffd");
    }

    @Test
    void putsTogetherACharacterThatArrivesInTwoPieces() {
        byte[] bytes =
                "event: task\ndata: {\"TaskID\":\"摄\",\"Status\":\"RUNNING\"}\n\n".getBytes(StandardCharsets.UTF_8);
        int middleOfTheCharacter = "event: task\ndata: {\"TaskID\":\"".length() + 1;
        node.send(java.util.Arrays.copyOfRange(bytes, 0, middleOfTheCharacter));
        node.send(java.util.Arrays.copyOfRange(bytes, middleOfTheCharacter, bytes.length));

        await().until(() -> heard.events.size() == 2);
        assertThat(((TaskChanged) heard.events.get(1)).task().taskId()).isEqualTo("摄");
    }

    @Test
    void opensAgainWhenTheNodeEndsTheStream() {
        node.endStream();

        await().until(() -> node.streamsOpened() == 2);
        await().untilAsserted(() ->
                assertThat(heard.events).hasExactlyElementsOfTypes(StreamOpened.class, StreamOpened.class));
    }

    @Test
    void takesSilenceForABreakAndACommentForLife() {
        long begin = System.nanoTime();
        await().during(Duration.ofMillis(800))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    node.send(": alive\n");
                    return node.streamsOpened() == 1;
                });
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(FAST.silence());

        await().until(() -> node.streamsOpened() >= 2);
    }

    @Test
    void aStreamThatIsQuieterThanItWasIsOpenedAnewWhenItsNodeShowsLife() {
        patient();
        stream.hurry();
        assertThat(node.streamsOpened()).isEqualTo(2);

        node.send(": hello\n");
        node.send(": alive\n");
        await().until(() -> heard.events.stream().anyMatch(StreamQuiet.class::isInstance));
        stream.hurry();

        await().until(() -> node.streamsOpened() == 3);
        await().untilAsserted(() -> assertThat(heard.events).last().isInstanceOf(StreamOpened.class));
    }

    @Test
    void aStreamWithoutCommentsIsNeverCalledQuiet() {
        patient();
        node.send(": hello\n");
        node.sendFrames(1);
        node.sendFrames(2);
        await().until(() -> heard.frames().equals(List.of(1L, 2L)));

        await().during(PATIENT.answer().plus(PATIENT.quiet().multipliedBy(3)))
                .until(() -> heard.events.stream().noneMatch(StreamQuiet.class::isInstance));
        stream.hurry();
        await().during(Duration.ofMillis(200)).until(() -> node.streamsOpened() == 2);
    }

    /** In place of the stream that is open: another, to the same node. */
    private void patient() {
        stream.close();
        stream = new EventStream(http, node.address("c"), PATIENT, heard);
        stream.start();
        await().until(() -> node.streamsOpened() == 2);
    }

    @Test
    void reportsALossOnceAndGoesOnTrying() {
        node.close();

        await().until(() -> heard.events.stream().anyMatch(StreamLost.class::isInstance));
        await().during(Duration.ofMillis(300))
                .untilAsserted(
                        () -> assertThat(heard.events).hasExactlyElementsOfTypes(StreamOpened.class, StreamLost.class));
    }

    @Test
    void opensAnewWhenALineNeverEnds() {
        node.send("data: " + "x".repeat(64 * 1024));

        await().until(() -> node.streamsOpened() == 2);
    }

    @Test
    void takesAnEventOf64KiBAndDropsTheStreamForALongerOne() {
        String event = "event: task\ndata: {\"TaskID\":\"%s\",\"Status\":\"RUNNING\"}\n\n";
        int rest = "data: {'TaskID':'','Status':'RUNNING'}".length();
        node.send(event.formatted("x".repeat(64 * 1024 - rest)));
        await().until(() -> heard.events.stream().anyMatch(TaskChanged.class::isInstance));

        node.send("event: task\n" + ("data: " + "x".repeat(1000) + "\n").repeat(66));
        await().until(() -> node.streamsOpened() == 2);
    }

    @Test
    void stopsReadingWhileTheSinkIsFullAndDoesNotTakeThatForSilence() {
        heard.room = 1;
        node.sendFrames(0);
        await().until(() -> heard.events.size() == 2);
        node.sendFrames(1);

        await().during(FAST.silence().multipliedBy(2))
                .until(() -> heard.events.size() == 2 && node.streamsOpened() == 1);

        heard.room = Integer.MAX_VALUE;
        stream.resume();
        await().until(() -> heard.frames().equals(List.of(0L, 1L)));
    }

    @Test
    void isQuietOnceClosed() {
        await().until(() -> heard.events.size() == 1);
        stream.close();
        node.endStream();

        await().during(Duration.ofMillis(300)).until(() -> node.streamsOpened() == 1 && heard.events.size() == 1);
    }
}
