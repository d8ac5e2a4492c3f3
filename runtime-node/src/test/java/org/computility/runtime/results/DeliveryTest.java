package org.computility.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.computility.runtime.http.FakeServer;
import org.computility.runtime.http.FakeServer.Reply;
import org.computility.runtime.http.FakeServer.Request;
import org.computility.runtime.http.Gate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How one queue is emptied: what is tried when, in which order, in which portions. */
@Timeout(60)
class DeliveryTest {

    private static final int SEGMENT_BYTES = 1 << 20;

    @TempDir
    Path temp;

    private final HastyTimer timer = new HastyTimer();
    private FakeServer receiver;
    private SpoolQueue queue;
    private Delivery delivery;

    @BeforeEach
    void listen() throws IOException {
        receiver = new FakeServer(request -> Reply.status(200));
        queue = SpoolQueue.create(temp.resolve("queue"), receiver.url("/in").toString(), SEGMENT_BYTES);
        delivery = new Delivery(queue, new ResultPost(new NoPlatform()), timer);
    }

    @AfterEach
    void hangUp() throws IOException {
        timer.shutdownNow();
        receiver.close();
        queue.close();
    }

    @Test
    void pausesGrowToHalfAMinuteAndBeginAnewAfterASuccess() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        receiver.answer(request -> Reply.status(asked.incrementAndGet() <= 9 ? 503 : 200));
        append("a");
        awaitEmpty();

        List<Long> first = List.copyOf(timer.pauses());
        long[] least = {500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000};
        assertThat(first).hasSize(least.length);
        for (int i = 0; i < least.length; i++) {
            assertThat(first.get(i)).as("pause %d", i).isBetween(least[i], least[i] * 3 / 2);
        }

        asked.set(8);
        append("b");
        awaitEmpty();
        assertThat(timer.pauses().get(least.length)).isBetween(500L, 750L);
    }

    @Test
    void aBatchHoldsFiftyResultsAtMostInTheirOrder() throws Exception {
        for (int i = 0; i < 120; i++) {
            queue.append(bytes("\"" + i + "\""));
        }
        delivery.wake();
        awaitEmpty();

        assertThat(receiver.requests()).extracting(DeliveryTest::count).containsExactly(50, 50, 20);
        assertThat(delivered(receiver.requests()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 120).mapToObj(Integer::toString).toList());
    }

    @Test
    void aBatchOfLargeResultsHoldsFewer() throws Exception {
        for (int i = 0; i < 5; i++) {
            queue.append(bytes("\"" + "x".repeat(900_000) + "\""));
        }
        delivery.wake();
        awaitEmpty();

        assertThat(receiver.requests()).extracting(DeliveryTest::count).containsExactly(3, 2);
    }

    @Test
    void oneAtFaultIsFoundByItselfAndBatchesFollowAgain() throws Exception {
        receiver.answer(refusing(400, request -> delivered(List.of(request)).contains("bad")));
        for (String each : List.of("0", "1", "bad", "3", "4", "5")) {
            queue.append(bytes("\"" + each + "\""));
        }
        delivery.wake();
        awaitEmpty();

        assertThat(receiver.requests()).extracting(DeliveryTest::count).startsWith(6, 1);
        assertThat(taken("bad")).containsExactly("0", "1", "3", "4", "5");
        assertThat(timer.pauses()).as("a refusal for good is no reason to wait").isEmpty();
    }

    @Test
    void allOfThemAtFaultAreDroppedOneByOneAndTheNextGoesOut() throws Exception {
        receiver.answer(refusing(422, request -> request.text().contains("bad")));
        for (int i = 0; i < 4; i++) {
            queue.append(bytes("\"bad-" + i + "\""));
        }
        queue.append(bytes("\"good\""));
        delivery.wake();
        awaitEmpty();

        assertThat(taken("bad")).containsExactly("good");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aReceiverHasOneRequestAtATimeHoweverManyResultsCome() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        receiver.answer(request -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            return Reply.status(200);
        });
        ExecutorService finders = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 400; i++) {
            String text = "\"" + i + "\"";
            finders.submit(() -> {
                delivery.append(bytes(text));
                return null;
            });
        }
        finders.shutdown();
        assertThat(finders.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        awaitEmpty();

        assertThat(most.get()).isEqualTo(1);
        assertThat(delivered(receiver.requests())).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    void whatComesWhileARequestIsOnItsWayGoesWithTheNext() throws Exception {
        Gate answer = new Gate();
        receiver.answer(request -> {
            answer.pass();
            return Reply.status(200);
        });
        append("\"first\"");
        await().until(() -> receiver.requests().size() == 1);
        append("\"second\"");
        append("\"third\"");
        answer.open();
        awaitEmpty();

        assertThat(delivered(receiver.requests())).containsExactly("first", "second", "third");
        assertThat(receiver.requests()).hasSize(2);
    }

    @Test
    void aReceiverWhoseAddressMakesNoSenseIsNoReasonToSpin() throws Exception {
        SpoolQueue lost = SpoolQueue.create(temp.resolve("lost"), "no address", SEGMENT_BYTES);
        new Delivery(lost, new ResultPost(new NoPlatform()), timer).append(bytes("{}"));

        await().until(() -> timer.pauses().size() > 2);
        assertThat(timer.pauses()).allMatch(pause -> pause >= 30_000);
        timer.shutdownNow();
        lost.close();
    }

    @Test
    void whatIsFoundWhileTheNodeClosesStaysOnDisk() throws Exception {
        timer.shutdownNow();

        append("\"late\"");

        assertThat(receiver.requests()).isEmpty();
        assertThat(queue.peek(10, 1000).records()).hasSize(1);
        assertThat(delivery.awaitEmpty(TimeUnit.MILLISECONDS.toNanos(10)))
                .as("it does not count as delivered")
                .isFalse();
    }

    @Test
    void aQueueJustUsedIsNotTidiedAway() throws Exception {
        append("\"a\"");
        awaitEmpty();

        assertThat(delivery.deleteIfLongEmpty()).isFalse();
        assertThat(temp.resolve("queue")).exists();
    }

    private void append(String text) throws IOException {
        delivery.append(bytes(text));
    }

    private void awaitEmpty() throws Exception {
        assertThat(delivery.awaitEmpty(TimeUnit.SECONDS.toNanos(30))).isTrue();
    }

    private static Function<Request, Reply> refusing(int status, Predicate<Request> wrong) {
        return request -> Reply.status(wrong.test(request) ? status : 200);
    }

    /** What was in the requests that were not refused for holding that. */
    private List<String> taken(String wrong) {
        return delivered(receiver.requests().stream()
                .filter(request -> !request.text().contains(wrong))
                .toList());
    }

    private static List<String> delivered(List<Request> requests) {
        List<String> all = new ArrayList<>();
        for (Request each : requests) {
            all.addAll(texts(each));
        }
        return all;
    }

    private static int count(Request request) {
        return texts(request).size();
    }

    /** The results, each a text, of a body {@code {"results":["a","b"]}}. */
    private static List<String> texts(Request request) {
        String list = request.text().replaceAll("^\\{\"results\":\\[|]}$", "");
        return List.of(list.replace("\"", "").split(","));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
