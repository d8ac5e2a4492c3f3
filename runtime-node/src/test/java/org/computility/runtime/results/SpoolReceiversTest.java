package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One spool, several streams and receivers: what happens to one of them is nothing to the others. */
@Timeout(60)
class SpoolReceiversTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long PLENTY = 64 << 20;

    @TempDir
    Path temp;

    private FakeServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = new FakeServer(request -> Reply.status(200));
    }

    @AfterEach
    void hangUp() {
        receiver.close();
    }

    @Test
    void eachReceiverAndThePlatformGetEveryResult() throws Exception {
        try (FakeServer platform = new FakeServer(request -> Reply.json(200, "{}"));
                ResultSpool spool = new ResultSpool(temp, PLENTY, new Door(platform, "t"))) {
            for (int i = 0; i < 3; i++) {
                spool.submit(SampleResult.of("a", i), List.of(receiver.url("/one"), receiver.url("/two")));
            }
            assertThat(spool.drain(SOON)).isTrue();

            assertThat(names(platform)).containsExactly("a/0", "a/1", "a/2");
            assertThat(names(receiver, "/one")).containsExactly("a/0", "a/1", "a/2");
            assertThat(names(receiver, "/two")).containsExactly("a/0", "a/1", "a/2");
        }
    }

    @Test
    void aReceiverThatFailsHoldsUpNeitherThePlatformNorAnotherStream() throws Exception {
        receiver.answer(
                request -> Reply.status(SampleResult.names(request).get(0).startsWith("slow") ? 503 : 200));
        try (FakeServer platform = new FakeServer(request -> Reply.json(200, "{}"));
                ResultSpool spool = new ResultSpool(temp, PLENTY, new Door(platform, "t"))) {
            spool.submit(SampleResult.of("slow", 0), List.of(receiver.url("/")));
            spool.submit(SampleResult.of("quick", 0), List.of(receiver.url("/")));

            await().atMost(SOON)
                    .until(() -> names(platform).size() == 2 && names(receiver).contains("quick/0"));
            assertThat(spool.drain(Duration.ofMillis(50))).as("one waits").isFalse();
        }
    }

    @Test
    void whatWaitsForThePlatformGoesToWhereverItIsByThen() throws Exception {
        try (FakeServer moved = new FakeServer(request -> Reply.json(200, "{}"))) {
            try (ResultSpool spool = new ResultSpool(temp, PLENTY, new Door(receiver, null))) {
                spool.submit(SampleResult.of("a", 0), List.of());
            }
            Door door = new Door(moved, null);
            try (ResultSpool spool = new ResultSpool(temp, PLENTY, door)) {
                spool.submit(SampleResult.of("a", 1), List.of());
                door.give("t-2");
                assertThat(spool.drain(SOON)).isTrue();
            }
            assertThat(receiver.requests()).isEmpty();
            assertThat(names(moved)).containsExactly("a/0", "a/1");
            assertThat(moved.requests().get(0).header("X-Auth-Token")).isEqualTo("t-2");
        }
    }

    @Test
    void aNodeWithoutAPlatformKeepsNothingForOne() throws Exception {
        try (ResultSpool spool = new ResultSpool(temp, PLENTY, new NoPlatform())) {
            spool.submit(SampleResult.of("a", 0), List.of());

            assertThat(spool.bytes()).isZero();
            assertThat(queues()).isEmpty();
        }
    }

    @Test
    void theSpoolBeingFullCostsTheStreamAtHandAndNoOther() throws Exception {
        receiver.answer(request -> Reply.status(503));
        try (ResultSpool spool = new ResultSpool(temp, 3 << 20, new NoPlatform())) {
            spool.submit(SampleResult.of("rare", 0), List.of(receiver.url("/")));
            for (int i = 0; i < 400; i++) {
                spool.submit(SampleResult.of("often", i), List.of(receiver.url("/")));
            }
            assertThat(spool.bytes()).isLessThanOrEqualTo(3L << 20);
            receiver.answer(request -> Reply.status(200));
            assertThat(spool.drain(Duration.ofSeconds(50))).isTrue();
        }
        assertThat(names(receiver)).contains("rare/0", "often/399");
    }

    @Test
    void aSingleStreamThatFillsTheSpoolLosesTheNewestWhereNothingOldCanGo() throws Exception {
        receiver.answer(request -> Reply.status(503));
        try (ResultSpool spool = new ResultSpool(temp, 100_000, new NoPlatform())) {
            for (int i = 0; i < 30; i++) {
                spool.submit(SampleResult.of("a", i), List.of(receiver.url("/")));
            }
            assertThat(spool.bytes()).isLessThanOrEqualTo(100_000);
            receiver.answer(request -> Reply.status(200));
            assertThat(spool.drain(SOON)).isTrue();
        }
        List<String> taken = names(receiver).stream().distinct().toList();
        assertThat(taken).startsWith("a/0", "a/1").hasSizeLessThan(30);
        assertThat(taken)
                .containsExactlyElementsOf(
                        IntStream.range(0, taken.size()).mapToObj(i -> "a/" + i).toList());
    }

    /** A folder in the place of the next segment cannot be written, as a full disk cannot. */
    @Test
    void aDiskThatTakesNothingIsAFailureToWhoeverFoundTheResultAndNobodyElse() throws Exception {
        receiver.answer(request -> Reply.status(503));
        try (ResultSpool spool = new ResultSpool(temp, PLENTY, new NoPlatform())) {
            spool.submit(SampleResult.of("a", 0), List.of(receiver.url("/")));
            Path next = queues().get(0).resolve("000000000002.segment");
            Files.createDirectory(next);
            assertThatThrownBy(() -> fill(spool, "a")).isInstanceOf(UncheckedIOException.class);

            spool.submit(SampleResult.of("b", 0), List.of(receiver.url("/")));
            Files.delete(next);
            spool.submit(SampleResult.of("a", 200), List.of(receiver.url("/")));
            receiver.answer(request -> Reply.status(200));
            await().atMost(SOON).until(() -> names(receiver).containsAll(List.of("a/0", "a/200", "b/0")));
        }
    }

    /** More than one segment of 1 MiB. */
    private void fill(ResultSpool spool, String stream) {
        for (int i = 1; i < 150; i++) {
            spool.submit(SampleResult.of(stream, i), List.of(receiver.url("/")));
        }
    }

    @Test
    void manyStreamsAreTakenUpTogether() throws Exception {
        receiver.answer(request -> Reply.status(503));
        try (ResultSpool spool = new ResultSpool(temp, PLENTY, new NoPlatform())) {
            for (int stream = 0; stream < 40; stream++) {
                spool.submit(SampleResult.of("s" + stream, 0), List.of(receiver.url("/")));
            }
        }
        receiver.answer(request -> Reply.status(200));
        int before = receiver.requests().size();
        try (ResultSpool spool = new ResultSpool(temp, PLENTY, new NoPlatform())) {
            assertThat(spool.drain(SOON)).isTrue();
        }
        List<String> taken = new ArrayList<>();
        receiver.requests().stream().skip(before).forEach(request -> taken.addAll(SampleResult.names(request)));
        assertThat(taken).hasSize(40).doesNotHaveDuplicates();
    }

    private static List<String> names(FakeServer server) {
        return server.requests().stream()
                .flatMap(request -> SampleResult.names(request).stream())
                .toList();
    }

    private static List<String> names(FakeServer server, String path) {
        return server.requests().stream()
                .filter(request -> request.uri().getPath().equals(path))
                .flatMap(request -> SampleResult.names(request).stream())
                .toList();
    }

    private List<Path> queues() throws IOException {
        try (Stream<Path> found = Files.list(temp)) {
            return found.toList();
        }
    }
}
