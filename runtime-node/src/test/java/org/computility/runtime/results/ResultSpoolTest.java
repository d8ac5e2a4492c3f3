package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultSpoolTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path temp;

    private final List<Long> taken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger requests = new AtomicInteger();
    private volatile ToIntFunction<List<Long>> answer = sequences -> 200;
    private HttpServer receiver;
    private URI url;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newCachedThreadPool());
        receiver.createContext("/", exchange -> {
            requests.incrementAndGet();
            List<Long> sequences;
            try (var reader = Json.createReader(exchange.getRequestBody())) {
                sequences = reader.readObject().getJsonArray("results").getValuesAs(JsonObject.class).stream()
                        .map(r -> r.getJsonNumber("sequence").longValue())
                        .toList();
            }
            int status = answer.applyAsInt(sequences);
            if (status == 200) {
                taken.addAll(sequences);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.start();
        url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/in");
    }

    @AfterEach
    void hangUp() {
        receiver.stop(0);
    }

    @Test
    void resultsArriveInTheirOrderThoughTheReceiverFailsForAWhile() throws Exception {
        answer = sequences -> requests.get() < 3 ? 503 : 200;
        try (ResultSpool spool = spool(16 << 20)) {
            submit(spool, "a", 0, 120);

            assertThat(spool.drain(SOON)).isTrue();
        }
        assertThat(taken).containsExactlyElementsOf(upTo(120));
    }

    @Test
    void whatNobodyTookIsThereAfterARestart() throws Exception {
        answer = sequences -> 500;
        try (ResultSpool spool = spool(16 << 20)) {
            submit(spool, "a", 0, 10);
        }
        answer = sequences -> 200;
        try (ResultSpool spool = spool(16 << 20)) {
            submit(spool, "a", 10, 20);
            await().atMost(SOON).until(() -> distinct().size() >= 20);
        }
        assertThat(distinct()).containsExactlyElementsOf(upTo(20));
    }

    /** What arrived; a result that was on its way when its process ended may have come twice. */
    private List<Long> distinct() {
        synchronized (taken) {
            return taken.stream().distinct().toList();
        }
    }

    @Test
    void aRecordCutOffByTheEndOfTheProcessHarmsNoOther() throws Exception {
        answer = sequences -> 500;
        try (ResultSpool spool = spool(16 << 20)) {
            submit(spool, "a", 0, 3);
        }
        try (Stream<Path> files = Files.walk(temp)) {
            Path segment = files.filter(f -> f.toString().endsWith(".segment"))
                    .filter(f -> f.toFile().length() > 0)
                    .findFirst()
                    .orElseThrow();
            Files.write(segment, new byte[] {0, 0, 1, 0, 9, 9}, StandardOpenOption.APPEND);
        }
        answer = sequences -> 200;
        try (ResultSpool spool = spool(16 << 20)) {
            submit(spool, "a", 3, 5);
            await().atMost(SOON).until(() -> distinct().size() >= 5);
        }
        assertThat(distinct()).containsExactlyElementsOf(upTo(5));
    }

    @Test
    void queuesHalfRemovedOrHalfMadeAreNoHindrance() throws Exception {
        answer = sequences -> 500;
        try (ResultSpool spool = spool(16 << 20)) {
            submit(spool, "a", 0, 3);
        }
        Path whole;
        try (Stream<Path> queues = Files.list(temp)) {
            whole = queues.findFirst().orElseThrow();
        }
        // What kill -9 left of it: earlier versions removed a queue file by file, under its own name.
        Path halfRemoved = Files.createDirectory(temp.resolve("0123456789abcdef0123456789abcdef"));
        Files.writeString(halfRemoved.resolve("position"), "1 0");
        Path halfMade = Files.createDirectory(temp.resolve("fedcba9876543210fedcba9876543210.part"));
        Files.writeString(halfMade.resolve("address"), url.toString());
        // Nor does a position that a power cut has spoiled hinder the start.
        Files.writeString(whole.resolve("position"), "\0\0\0");
        answer = sequences -> 200;

        try (ResultSpool spool = spool(16 << 20)) {
            assertThat(spool.drain(SOON)).isTrue();
        }
        assertThat(distinct()).containsExactlyElementsOf(upTo(3));
        assertThat(halfRemoved).doesNotExist();
        assertThat(halfMade).doesNotExist();
    }

    @Test
    void aResultThatWillNeverBeTakenIsDroppedAlone() throws Exception {
        answer = sequences -> sequences.contains(3L) ? 400 : 200;
        try (ResultSpool spool = spool(16 << 20)) {
            submit(spool, "a", 0, 6);

            assertThat(spool.drain(SOON)).isTrue();
        }
        assertThat(taken).containsExactly(0L, 1L, 2L, 4L, 5L);
    }

    @Test
    void aReceiverThatHangsHoldsUpNobodyElse() throws Exception {
        try (ServerSocket silent = new ServerSocket(0);
                ResultSpool spool = spool(16 << 20)) {
            URI hanging = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            for (int i = 0; i < 5; i++) {
                spool.submit(SampleResult.of("hung-" + i, 0), List.of(hanging));
            }
            submit(spool, "a", 0, 5);

            await().atMost(Duration.ofSeconds(5)).until(() -> taken.size() == 5);
        }
    }

    @Test
    void aFullSpoolGivesUpTheOldest() throws Exception {
        answer = sequences -> 500;
        try (ResultSpool spool = spool(3 << 20)) {
            for (int i = 0; i < 400; i++) {
                spool.submit(SampleResult.of("a", i), List.of(url));
            }
            assertThat(spool.bytes()).isLessThanOrEqualTo(3L << 20);
            answer = sequences -> 200;
            await().atMost(Duration.ofSeconds(40)).until(() -> taken.contains(399L));
        }
        assertThat(taken).doesNotContain(0L).isSorted();
    }

    @Test
    void thePlatformGetsThemWithTheTokenAndHearsWhenItIsRefused() throws Exception {
        List<String> refused = Collections.synchronizedList(new ArrayList<>());
        answer = sequences -> 401;
        PlatformDoor door = new PlatformDoor() {
            @Override
            public URI results() {
                return url;
            }

            @Override
            public String token() {
                return "t";
            }

            @Override
            public void tokenRefused(String token) {
                refused.add(token);
                answer = sequences -> 200;
            }
        };
        try (ResultSpool spool = new ResultSpool(temp, 1 << 20, door)) {
            spool.submit(SampleResult.of("a", 0), List.of());
            assertThat(spool.drain(SOON)).isTrue();
        }
        assertThat(refused).containsExactly("t");
        assertThat(taken).containsExactly(0L);
    }

    private ResultSpool spool(long bytes) throws IOException {
        return new ResultSpool(temp, bytes, new NoPlatform());
    }

    private void submit(ResultSpool spool, String stream, int from, int to) {
        for (int i = from; i < to; i++) {
            spool.submit(SampleResult.of(stream, i), List.of(url));
        }
    }

    private static List<Long> upTo(int end) {
        return Stream.iterate(0L, i -> i + 1).limit(end).toList();
    }
}
