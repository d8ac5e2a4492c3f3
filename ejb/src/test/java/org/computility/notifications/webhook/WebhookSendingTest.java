package org.computility.notifications.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.computility.identity.Role;
import org.computility.notifications.InboxForTests;
import org.computility.shared.NotFound;
import org.computility.shared.keys.KeyedHash;
import org.computility.shared.keys.SealingForTests;
import org.computility.shared.outbound.GuardForTests;
import org.computility.shared.outbound.parcels.ParcelSending;
import org.computility.trading.MarketForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that fails, hangs and comes back; and two servers that send. */
class WebhookSendingTest {

    private static final String SECRET = "a secret of thirty-two characters";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final MarketForTests market = new MarketForTests();
    private final InboxForTests inbox = new InboxForTests(market);
    private final WebhookRegistration registration = new WebhookRegistration();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LinkedBlockingQueue<Got> got = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final UUID organisation = market.organisation();
    private volatile Instant now = Instant.parse("2026-11-28T08:00:00Z");
    private volatile int status = 204;
    private HttpServer receiver;

    private record Got(String path, String id, String timestamp, String signature, String body) {}

    @BeforeEach
    void assemble() throws IOException {
        market.open("operator", organisation, Role.OPERATOR);
        market.be("operator");
        registration.webhooks = new Webhooks_(market.sessions.current());
        registration.guard = GuardForTests.allowingThisMachine();
        registration.sealing = SealingForTests.keptIn(folder);
        registration.caller = market.caller;
        registration.clock = clock();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.createContext("/", this::take);
        receiver.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        receiver.stop(0);
        threads.shutdownNow();
    }

    @Test
    void eachIsPostedOnceInOrderAndSigned() throws InterruptedException {
        set("/good", KeyedHash.HMAC_SM3);
        tell("one", "two", "three");

        sending().sendDue();

        for (String topic : List.of("one", "two", "three")) {
            Got next = next();
            assertThat(next.body()).contains("\"textEn\" : \"" + topic + "\"", next.id());
            assertThat(next.signature())
                    .isEqualTo("HMAC-SM3 "
                            + KeyedHash.HMAC_SM3.sign(SECRET.getBytes(UTF_8), next.timestamp() + "\n" + next.body()));
        }
        settles(0);
        assertThat(registration.get().deliveredAt()).isEqualTo(now);
        sending().sendDue();
        assertThat(got).isEmpty();
    }

    @Test
    void whoFailsIsTriedAgainAfterPausesThatGrowAndBlocksNobodyBehind() throws InterruptedException {
        set("/bad", KeyedHash.HMAC_SHA256);
        tell("one", "two");
        status = 500;

        sending().sendDue();
        String first = next().id();
        failures(1);
        assertThat(registration.get().fault()).isEqualTo("answered with the status 500");
        assertThat(registration.get().nextTryAt()).isEqualTo(now.plusSeconds(1));
        sending().sendDue();
        assertThat(got).as("not before its time").isEmpty();
        now = now.plusSeconds(1);
        sending().sendDue();
        assertThat(next().id()).isEqualTo(first);
        failures(2);
        assertThat(registration.get().nextTryAt()).isEqualTo(now.plusSeconds(2));

        status = 200;
        now = now.plusSeconds(2);
        sending().sendDue();
        assertThat(next().id()).isEqualTo(first);
        assertThat(next().body()).contains("two");
        settles(0);
        assertThat(registration.get().failures()).isZero();
    }

    @Test
    void isGivenUpAfterItsTimeAndTheNextIsTried() throws InterruptedException {
        set("/bad", KeyedHash.HMAC_SM3);
        tell("one");
        status = 500;
        now = now.plus(Duration.ofHours(73));
        tell("two");

        sending().sendDue();
        next();
        settles(1);

        assertThat(registration.get().givenUp()).isEqualTo(1);
        assertThat(registration.get().givenUpAt()).isEqualTo(now);
        status = 200;
        now = now.plusSeconds(1);
        sending().sendDue();
        assertThat(next().body()).contains("two");
        settles(0);
    }

    @Test
    void whoHangsHoldsUpNobodyElse() throws InterruptedException {
        set("/hangs", KeyedHash.HMAC_SM3);
        tell("never");
        UUID other = market.organisation();
        market.open("other", other, Role.OPERATOR);
        market.be("other");
        set("/good", KeyedHash.HMAC_SM3);
        tell("quick");

        sending(Duration.ofSeconds(20)).sendDue();

        assertThat(List.of(next().path(), next().path())).containsExactlyInAnyOrder("/hangs", "/good");
        settles(0);
        market.be("operator");
        assertThat(registration.get().waiting()).isEqualTo(1);
        over.countDown();
    }

    @Test
    void whoAnswersTooLateHasNotTakenIt() throws InterruptedException {
        set("/hangs", KeyedHash.HMAC_SM3);
        tell("late");

        sending(Duration.ofMillis(300)).sendDue();

        next();
        failures(1);
        assertThat(registration.get().fault()).contains("did not answer within");
    }

    @Test
    void aServerThatDiesLeavesItsNotificationToAnother() {
        set("/good", KeyedHash.HMAC_SM3);
        tell("one");
        NoticeParcel dead = queue().take(10).get(0);

        assertThat(queue().take(10)).as("while the claim lasts").isEmpty();
        now = now.plusSeconds(41);
        NoticeParcel again = queue().take(10).get(0);

        assertThat(again.posted().body()).isEqualTo(dead.posted().body());
        assertThat(queue().delivered(dead)).as("too late").isEmpty();
        assertThat(registration.get().waiting()).isEqualTo(1);
        queue().delivered(again);
        assertThat(registration.get().waiting()).isZero();
    }

    @Test
    void manyServersAtOnceTakeEachOnlyOnce() {
        for (int i = 0; i < 20; i++) {
            market.open("o" + i, market.organisation(), Role.OPERATOR);
            market.be("o" + i);
            set("/good", KeyedHash.HMAC_SM3);
            tell("one", "two");
        }

        List<NoticeParcel> taken =
                IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> queue().take(20))).toList().stream()
                        .flatMap(each -> {
                            try {
                                return each.get(60, TimeUnit.SECONDS).stream();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .toList();

        assertThat(taken).hasSize(20).extracting(NoticeParcel::organisationId).doesNotHaveDuplicates();
    }

    @Test
    void whatIsTakenAwayIsNotSent() {
        set("/good", KeyedHash.HMAC_SM3);
        tell("one");
        market.sessions.commit(registration::remove);

        assertThat(queue().take(10)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(registration::get);
        tell("two");
        assertThat(queue().take(10)).isEmpty();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        got.add(new Got(
                path,
                exchange.getRequestHeaders().getFirst("X-Notification-Id"),
                exchange.getRequestHeaders().getFirst("X-Notification-Timestamp"),
                exchange.getRequestHeaders().getFirst("X-Notification-Signature"),
                new String(body, UTF_8)));
        try {
            if (path.equals("/hangs")) {
                over.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(path.equals("/bad") ? status : 204, -1);
        exchange.close();
    }

    private Got next() throws InterruptedException {
        return Optional.ofNullable(got.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .orElseThrow();
    }

    /** Waits until nobody sends for the caller's organisation, and so many wait. */
    private void settles(long waiting) {
        await().pollInSameThread().atMost(PATIENCE).until(() -> registration.get(), view -> view.waiting() == waiting);
    }

    private void failures(int count) {
        await().pollInSameThread().atMost(PATIENCE).until(() -> registration.get(), view -> view.failures() == count);
    }

    private void set(String path, KeyedHash algorithm) {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + path;
        market.sessions.commit(() -> registration.set(new NewWebhook(url, SECRET, algorithm)));
    }

    private void tell(String... topics) {
        inbox.tell(now, topics);
    }

    private ParcelSending<NoticeParcel> sending() {
        return sending(PATIENCE);
    }

    private ParcelSending<NoticeParcel> sending(Duration patience) {
        return new ParcelSending<>(queue(), GuardForTests.calls(), threads, patience);
    }

    private WebhookQueue queue() {
        Committing queue = new Committing();
        queue.webhooks = new Webhooks_(market.sessions.current());
        queue.sealing = registration.sealing;
        queue.clock = clock();
        queue.config = new WebhookConfig(Duration.ofSeconds(10), Duration.ofHours(72));
        return queue;
    }

    /** As the container does it. */
    private class Committing extends WebhookQueue {

        @Override
        public List<NoticeParcel> take(int most) {
            return market.sessions.commit(() -> super.take(most));
        }

        @Override
        public Optional<NoticeParcel> delivered(NoticeParcel parcel) {
            return market.sessions.commit(() -> super.delivered(parcel));
        }

        @Override
        public void failed(NoticeParcel parcel, String why) {
            market.sessions.commit(() -> super.failed(parcel, why));
        }
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
