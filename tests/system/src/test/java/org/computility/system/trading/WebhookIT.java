package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.computility.system.WebhookReceiver;
import org.computility.system.WebhookReceiver.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** What accounts are told is posted to their organisation's own server, which fails, hangs and comes back. */
@InTurn
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "kills the server")
class WebhookIT {

    private static final String WEBHOOK = "platform/v1/notifications/webhook";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Platform platform;
    private final ServerUnderTest server;
    private final Market market;
    private final WebhookReceiver receiver = new WebhookReceiver("X-Notification");
    private final Visitor operator;

    WebhookIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        this.server = server;
        market = new Market(platform);
        operator = market.as(platform.account(market.buyerAccount().organisationId(), "OPERATOR"));
    }

    @AfterEach
    void close() {
        operator.delete(WEBHOOK);
        receiver.close();
    }

    @Test
    void eachIsPostedSignedAndTriedAgainUntilItIsTaken() throws GeneralSecurityException {
        set();
        receiver.is(Mood.REFUSES);
        String first = match();
        await().atMost(PATIENCE).until(() -> receiver.came().size() >= 2);
        JsonObject failing = webhook();
        assertThat(failing.getInt("failures")).isPositive();
        assertThat(failing.getInt("waiting")).isEqualTo(1);
        assertThat(failing.getString("fault")).isEqualTo("answered with the status 503");

        String second = match();
        await().atMost(PATIENCE).until(() -> webhook().getInt("waiting") == 2);
        receiver.is(Mood.TAKES);

        await().atMost(PATIENCE).until(() -> webhook().getInt("waiting") == 0);
        assertThat(texts()).hasSize(2);
        assertThat(texts().get(0)).contains(first);
        assertThat(texts().get(1)).contains(second);
        for (WebhookReceiver.Got got : receiver.came()) {
            assertThat(got.isSigned()).isTrue();
        }
        assertThat(webhook().getInt("failures")).isZero();
    }

    @Test
    void aServerThatIsKilledWhileTheReceiverHangsSendsItAgain() {
        set();
        receiver.is(Mood.HANGS);
        String resource = match();
        await().atMost(PATIENCE).until(() -> !receiver.came().isEmpty());

        server.kill();
        receiver.is(Mood.TAKES);
        server.start();

        await().atMost(PATIENCE).until(() -> !receiver.taken().isEmpty());
        assertThat(texts().get(0)).contains(resource);
        await().atMost(PATIENCE).until(() -> webhook().getInt("waiting") == 0);
    }

    @Test
    void whoMayNotAndWhereNotIsRefused() {
        Refusals.check(operator.get(WEBHOOK), 404, "webhook-unknown", "webhook");
        Refusals.check(operator.put(WEBHOOK, body("http://10.0.0.1/told")), 400, "url-refused", "url");
        assertThat(market.buyer().put(WEBHOOK, body(receiver.url())).status()).isEqualTo(403);
        set();
        assertThat(webhook().toString()).doesNotContain(WebhookReceiver.SECRET);
        assertThat(market.buyer().get(WEBHOOK).status()).isEqualTo(403);
        operator.delete(WEBHOOK).expect(204);
        Refusals.check(operator.delete(WEBHOOK), 404, "webhook-unknown", "webhook");
    }

    /** Something fits that the buyer's organisation wants; what it is. */
    private String match() {
        String word = platform.freshName("闸门");
        JsonObject demand = about(market.demand(), word);
        String id = market.buyer().post("registerDemand", demand).data().getString("demandID");
        market.buyer().post("publishDemand", market.named(id).build()).data();
        return market.offer(about(market.data(), word), "10");
    }

    private static JsonObject about(JsonObject body, String word) {
        return Json.createObjectBuilder(body)
                .add("key_words", Json.createArrayBuilder().add(word))
                .build();
    }

    private void set() {
        operator.put(WEBHOOK, body(receiver.url())).expect(200);
    }

    private static JsonObject body(String url) {
        return Json.createObjectBuilder()
                .add("url", url)
                .add("secret", WebhookReceiver.SECRET)
                .add("algorithm", "HMAC-SHA256")
                .build();
    }

    private JsonObject webhook() {
        return operator.get(WEBHOOK).expect(200).json();
    }

    private List<String> texts() {
        return receiver.taken().stream()
                .map(got -> got.json().getString("textEn"))
                .distinct()
                .toList();
    }
}
