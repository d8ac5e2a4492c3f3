package org.computility.system.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A model that answers event by event (T/AI 123.12 A.4.3). */
@OnTheServer
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ModelStreamIT {

    private static final String BY_TOKEN = "{\"unit\":\"TOKEN\",\"price\":0.01}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Platform platform;
    private final ServiceMarket market;
    private final SoldService service = new SoldService();

    ModelStreamIT(Platform platform) {
        this.platform = platform;
        market = new ServiceMarket(platform, ServiceMarket.Kind.MODEL);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void eventsArriveAsTheyComeAndCountAtTheEnd() throws IOException {
        String api = service.address("/events");
        JsonObject order = subscribed(api);
        String key = platform.freshName("key");

        HttpResponse<InputStream> answer = open(api, order, key);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
        String all;
        try (BufferedReader reader = lines(answer)) {
            String first = event(reader);
            assertThat(first).isEqualTo("data: {\"delta\":\"它\"}");
            // Only now the service says more.
            service.goOn();
            all = first + "\n" + rest(reader);
        }
        assertThat(all).endsWith("\"usage\":{\"total_tokens\":12}}\n\ndata: [DONE]\n\n");
        assertThat(owedAfterSettling(order)).isEqualTo("9.88");

        HttpResponse<InputStream> again = open(api, order, key);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        try (BufferedReader reader = lines(again)) {
            assertThat(event(reader) + "\n" + rest(reader)).isEqualTo(all);
        }
        assertThat(service.calls()).isEqualTo(1);
        assertThat(owedAfterSettling(order)).isEqualTo("9.88");
    }

    @Test
    void aStreamThatBreaksOffSaysSoAndCostsNothing() throws IOException {
        String api = service.address("/breaks");
        JsonObject order = subscribed(api);

        HttpResponse<InputStream> answer = open(api, order, null);
        try (BufferedReader reader = lines(answer)) {
            assertThat(event(reader)).isEqualTo("data: {\"delta\":\"它\"}");
            service.goOn();
            assertThat(rest(reader))
                    .contains("event: error\ndata: {")
                    .contains("costs nothing")
                    .contains("502");
        }
        assertThat(owedAfterSettling(order)).isEqualTo("10.00");
    }

    @Test
    void whoLeavesBeforeTheEndHasUsedIt() throws IOException {
        String api = service.address("/events");
        JsonObject order = subscribed(api);

        try (BufferedReader reader = lines(open(api, order, null))) {
            assertThat(event(reader)).isNotEmpty();
        }
        service.goOn();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(owedAfterSettling(order)).isEqualTo("9.88"));
    }

    @Test
    void whatIsNoStreamComesInTheEnvelope() throws IOException {
        String api = service.address("/chat");
        JsonObject order = subscribed(api);

        try (BufferedReader reader = lines(open(api, order, null))) {
            assertThat(ServiceMarket.json(rest(reader).strip()).asJsonObject().getString("code"))
                    .isEqualTo("0");
        }
        HttpResponse<InputStream> refused = open(api + "/elsewhere", order, null);
        assertThat(refused.statusCode()).isEqualTo(403);
        try (BufferedReader reader = lines(refused)) {
            assertThat(ServiceMarket.json(rest(reader).strip()).asJsonObject().getInt("status"))
                    .isEqualTo(403);
        }
    }

    private JsonObject subscribed(String api) {
        JsonObject order = market.subscribe(api, "METERED", BY_TOKEN);
        market.deposit("10");
        return order;
    }

    private HttpResponse<InputStream> open(String api, JsonObject order, String key) {
        HttpRequest.Builder request = market.subscriber()
                .request("v1/model/delivery")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(
                        market.delivery(api, order.getJsonObject("licenses")).toString()));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String owedAfterSettling(JsonObject order) {
        market.subscriber()
                .post("v1/model/userSettlement", market.userSettlement(order.getString("orderId")))
                .expect(200);
        return market.prepaid().toPlainString();
    }

    private static BufferedReader lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The first line that is no comment. */
    private static String event(BufferedReader reader) throws IOException {
        String line = reader.readLine();
        while (line != null && line.startsWith(":")) {
            line = reader.readLine();
        }
        return line;
    }

    private static String rest(BufferedReader reader) {
        return reader.lines().reduce("", (all, line) -> all + line + "\n");
    }
}
