package org.computility.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.computility.client.market.Json;
import org.computility.client.market.Market;
import org.computility.client.market.Subscriptions;
import org.computility.client.settlement.Books;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the calls of the market and of its books send, word for word, and what they make of the answer. */
class MarketCallsTest {

    private static final UUID ID = UUID.fromString("5f0c9f0e-0000-4000-8000-000000000001");
    private static final JsonObject LICENCE =
            Json.object().add("licensesID", "l").build();
    private static final JsonObject METHOD = Json.object().add("unit", "CALL").build();

    private FakePlatform platform;
    private ComputilityClient client;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform();
        client = ComputilityClient.at(platform.uri()).withToken("t0ken");
    }

    @AfterEach
    void stop() {
        client.close();
        platform.close();
    }

    private record Told(String sent, Consumer<ComputilityClient> call) {

        @Override
        public String toString() {
            return sent;
        }
    }

    static Stream<Told> whatChangesSomething() {
        return Stream.of(
                new Told(
                        "POST /publishData {\"free\":false,\"owner\":\"o\",\"price\":1.5,\"registrationID\":\"r\"}",
                        c -> c.market().publish(new Market.Publication("o", "r", false, new BigDecimal("1.5")))),
                new Told(
                        "POST /revokePublishedData {\"dataID\":\"d\",\"registrationID\":\"r\"}",
                        c -> c.market().revoke(new Market.Revocation("r", "d"))),
                new Told(
                        "POST /publishDemand {\"demandID\":\"d\",\"demander\":\"b\"}",
                        c -> c.market().publish(new Market.DemandNumber("b", "d"))),
                new Told(
                        "POST /revokeDemand {\"demandID\":\"d\",\"demander\":\"b\"}",
                        c -> c.market().revoke(new Market.DemandNumber("b", "d"))),
                new Told(
                        "POST /publishDatasets {\"unit\":\"CALL\"}",
                        c -> c.market().publishControlled(METHOD)),
                new Told(
                        "POST /v1/model/userSettlement {\"orderId\":\"" + ID
                                + "\",\"paymentProof\":{\"unit\":\"CALL\"},\"subscriberId\":\"b\"}",
                        c -> c.models().settle(new Subscriptions.UserSettlement("b", ID, METHOD))),
                new Told(
                        "POST /v1/application/providerSettlement {\"creditInfo\":{\"unit\":\"CALL\"},\"orderId\":\""
                                + ID + "\",\"publisherId\":\"o\"}",
                        c -> c.applications().payOut(new Subscriptions.ProviderSettlement("o", ID, METHOD))));
    }

    @ParameterizedTest
    @MethodSource("whatChangesSomething")
    void aChangeIsSentAsTheStandardHasIt(Told told) {
        platform.answers(200, "{\"status\":200,\"code\":\"0\",\"errorMsg\":\"\",\"data\":{}}");

        told.call().accept(client);

        assertThat(platform.lastCall()).isEqualTo(told.sent());
        assertThat(platform.lastToken()).isEqualTo("t0ken");
    }

    @ParameterizedTest
    @MethodSource("whatChangesSomething")
    void aChangeThatIsRefusedSaysSo(Told told) {
        platform.answers(402, "{\"status\":402,\"code\":\"40201\",\"errorMsg\":\"too little\",\"data\":null}");

        assertThat(catchThrowableOfType(
                        ComputilityException.class, () -> told.call().accept(client)))
                .hasMessage("too little")
                .extracting(ComputilityException::code)
                .isEqualTo("40201");
    }

    @Test
    void whatIsRegisteredHasANumber() {
        answers("{\"registrationID\":\"r\"}");
        assertThat(client.market()
                        .register(new Market.NewData(
                                "o",
                                List.of("k"),
                                "d",
                                "text",
                                "dataset",
                                "csv",
                                BigDecimal.ONE,
                                List.of("c"),
                                LocalDateTime.of(2026, 11, 28, 8, 0),
                                "中国",
                                null,
                                "http://h/",
                                "http://h/own",
                                "pem",
                                "NO")))
                .isEqualTo("r");
        assertThat(platform.lastCall())
                .isEqualTo("POST /registerData {\"collection_time\":\"2026-11-28 08:00:00\",\"country\":\"中国\","
                        + "\"dataID\":\"d\",\"data_category\":[\"c\"],\"data_format\":\"csv\",\"data_size\":1,"
                        + "\"data_type\":\"dataset\",\"description\":\"text\",\"key_words\":[\"k\"],\"owner\":\"o\","
                        + "\"ownership_confirm\":\"http://h/own\",\"public_key\":\"pem\",\"resource_url\":\"http://h/\","
                        + "\"subscribe_confirm\":\"NO\"}");

        answers("{\"demandID\":\"d\"}");
        assertThat(client.market()
                        .register(new Market.NewDemand("b", List.of("c"), List.of("k"), null, "dataset", null)))
                .isEqualTo("d");
        answers("{\"publishId\":\"p\"}");
        assertThat(client.applications()
                        .publish(new Subscriptions.NewService("o", "a", "METERED", METHOD, "http://h/")))
                .isEqualTo("p");
        assertThat(platform.lastCall())
                .isEqualTo(
                        "POST /v1/application/publish {\"publisherId\":\"o\",\"appId\":\"a\",\"billingType\":\"METERED\","
                                + "\"billingMethod\":{\"unit\":\"CALL\"},\"url\":\"http://h/\"}");
    }

    @Test
    void aTradeIsConfirmedPaidAndDelivered() {
        answers("{\"confirmID\":\"c\",\"owner\":\"o\",\"price\":199.90}");
        Market.Confirmation confirmation = client.market().confirm(new Market.Binding("b", "d", "r", null));
        assertThat(confirmation.price()).isEqualByComparingTo("199.90");
        assertThat(platform.lastCall())
                .isEqualTo("POST /confirmDemand {\"demandID\":\"d\",\"demander\":\"b\",\"registrationID\":\"r\"}");

        answers(
                "{\"payment_proof\":{\"transferID\":\"t\"},\"settlement_status\":\"已结算\",\"licenses\":{\"licensesID\":\"l\"},"
                        + "\"private_key\":{\"value\":\"MII\"}}");
        Market.Settlement settled = client.market().settle("c");
        assertThat(settled.licenses()).isEqualTo(LICENCE);
        assertThat(settled.privateKey().getString("value")).isEqualTo("MII");
        assertThat(platform.lastCall()).isEqualTo("POST /settlement {\"confirmID\":\"c\"}");
        assertThat(client.market().settled("c")).isEqualTo(settled);
        assertThat(platform.lastCall()).isEqualTo("GET /querySettlement?confirmID=c ");

        answers("{\"data_file\":\"AAAA\",\"delivery_proof\":{\"status\":\"DELIVERED\"}}");
        assertThat(client.market().deliver(LICENCE).dataFile()).isEqualTo("AAAA");
        assertThat(platform.lastCall()).isEqualTo("POST /deliver {\"licenses\":{\"licensesID\":\"l\"}}");
        assertThat(client.market().delivered("c").proof().getString("status")).isEqualTo("DELIVERED");
        assertThat(platform.lastCall()).isEqualTo("GET /queryDeliverResult?confirmID=c ");

        answers("{\"licenses\":{\"licensesID\":\"m\"}}");
        assertThat(client.market().renewLicences("o", "d").getString("licensesID"))
                .isEqualTo("m");
    }

    @Test
    void controlledDataIsNamedByBothIds() {
        answers("{\"owner\":\"o\"}");

        assertThat(client.market().published("r", "d").getString("owner")).isEqualTo("o");

        assertThat(platform.lastQuery()).containsOnly(Map.entry("registrationID", "r"), Map.entry("dataID", "d"));
    }

    @Test
    void aCallThatMayBeRepeatedBringsItsKey() {
        answers("{\"licenses\":{\"licensesID\":\"m\"}}");

        client.withIdempotencyKey("k-1").market().renewLicences("o", "d");

        assertThat(platform.lastHeader("Idempotency-Key")).isEqualTo("k-1");
        assertThat(platform.lastToken()).isNotNull();
        client.market().renewLicences("o", "d");
        assertThat(platform.lastHeader("Idempotency-Key")).isNull();
    }

    @Test
    void matchesVerdictsAndKeysAreThePlatformsOwn() {
        platform.answers(
                200,
                "{\"items\":[{\"registrationID\":\"r\",\"party\":\"o\",\"score\":0.5,\"reasons\":[{\"kind\":\"KEY_WORD\","
                        + "\"value\":\"k\",\"en\":\"e\",\"zh\":\"z\"}]}],\"page\":1,\"pageSize\":20,\"total\":1}");
        assertThat(client.market()
                        .matchesOfDemand("d", 1, 20)
                        .items()
                        .get(0)
                        .reasons()
                        .get(0)
                        .en())
                .isEqualTo("e");
        assertThat(platform.lastQuery()).containsEntry("demandID", "d").containsEntry("page", "1");
        client.market().matchesOfData("r", 2, 5);
        assertThat(platform.lastQuery()).containsEntry("registrationID", "r").containsEntry("pageSize", "5");
        client.market().matchesOfData("r", "d", 2, 5);
        assertThat(platform.lastQuery())
                .containsOnly(
                        Map.entry("registrationID", "r"),
                        Map.entry("dataID", "d"),
                        Map.entry("page", "2"),
                        Map.entry("pageSize", "5"));

        platform.answers(200, "{\"valid\":false,\"faults\":[\"licence-forged\"]}");
        assertThat(client.market().verify(LICENCE).faults()).containsExactly("licence-forged");
        platform.answers(200, "{\"publicKey\":\"pem\",\"keyId\":\"k\",\"algorithm\":\"EC_P256\"}");
        assertThat(client.market().licensorKey("l/1")).isEqualTo("pem");
        assertThat(platform.lastSegments()).endsWith("l/1", "key");
        assertThat(client.market().makeDeliveryKey("EC_P256").publicKey()).isEqualTo("pem");
        platform.answers(204, "");
        client.market().receiveWith("pem");
        assertThat(platform.lastCall()).isEqualTo("PUT /platform/v1/accounts/me/key {\"publicKey\":\"pem\"}");
    }

    @Test
    void aModelIsSubscribedToAndCalled() {
        answers("{\"orderId\":\"" + ID + "\",\"licenses\":{\"licensesID\":\"l\"}}");
        Subscriptions.Subscription order =
                client.models().subscribe(new Subscriptions.NewSubscription("b", "p", "METERED", METHOD));
        assertThat(order.orderId()).isEqualTo(ID);
        assertThat(order.licenses()).isEqualTo(LICENCE);

        answers("{\"output\":{\"share\":0.25}}");
        assertThat(client.models()
                        .call("http://h/", LICENCE, METHOD)
                        .asJsonObject()
                        .getJsonNumber("share")
                        .doubleValue())
                .isEqualTo(0.25);
        assertThat(platform.lastCall())
                .isEqualTo("POST /v1/model/delivery {\"api\":\"http://h/\",\"licenses\":{\"licensesID\":\"l\"},"
                        + "\"input\":{\"unit\":\"CALL\"}}");
    }

    @Test
    void whatAServiceStreamsComesEventByEvent() {
        platform.streams(":   \n\ndata: {\"delta\":\"它\"}\n\ndata: [DONE]\n\n");
        List<String> events = new ArrayList<>();

        client.models().stream("http://h/", LICENCE, METHOD, events::add);

        assertThat(events).containsExactly("{\"delta\":\"它\"}", "[DONE]");
        assertThat(platform.lastHeader("Accept")).isEqualTo("text/event-stream");
        assertThat(platform.lastToken()).isEqualTo("t0ken");
    }

    @Test
    void aStreamThatFailsSaysSoAtItsEnd() {
        platform.streams(
                "data: 1\n\n\n\nevent: error\ndata: {\"status\":502,\"code\":\"50202\",\"errorMsg\":\"gone\"}\n\n");
        List<String> events = new ArrayList<>();

        assertThat(catchThrowableOfType(
                        ComputilityException.class,
                        () -> client.models().stream("http://h/", LICENCE, METHOD, events::add)))
                .hasMessage("gone")
                .satisfies(failure -> assertThat(failure.status()).isEqualTo(502))
                .extracting(ComputilityException::code)
                .isEqualTo("50202");
        assertThat(events).containsExactly("1");
    }

    @Test
    void aStreamThatBreaksOffIsNoEnd() {
        platform.streams("data: 1\n\n");
        platform.breaksOff();
        List<String> events = new ArrayList<>();

        assertThat(catchThrowableOfType(
                        ComputilityException.class,
                        () -> client.models().stream("http://h/", LICENCE, METHOD, events::add)))
                .extracting(ComputilityException::code)
                .isEqualTo("unreachable");
        assertThat(events).containsExactly("1");
    }

    @Test
    void whatIsNotStreamedIsOneEvent() {
        answers("{\"output\":{\"share\":0.25}}");
        List<String> events = new ArrayList<>();

        client.models().stream("http://h/", LICENCE, METHOD, events::add);

        assertThat(events).containsExactly("{\"share\":0.25}");
    }

    @Test
    void aDataSetIsUploadedAndFound(@TempDir Path folder) throws IOException {
        platform.answers(200, "{\"id\":\"d\"}");
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2");
        assertThat(client.dataSets().upload(file, "title", "md5", 3)).isEqualTo("d");
        assertThat(platform.lastCall()).startsWith("POST /datasets/upload ").contains("title", "md5", "1,2");

        platform.answers(200, "{\"totalSize\":1,\"datasets\":[{\"id\":\"d\",\"title\":\"t\",\"size\":3}]}");
        assertThat(client.dataSets().list(1, 10).datasets().get(0).size()).isEqualTo(3);
        platform.answers(400, "{\"errorCode\":\"0204\",\"errorMsg\":\"no\"}");
        assertThat(catchThrowableOfType(
                                ComputilityException.class,
                                () -> client.dataSets().list(1, 0))
                        .code())
                .isEqualTo("0204");
    }

    @Test
    void theBooksAreRead() {
        platform.answers(
                200,
                "{\"at\":\"2026-11-28T08:00:00Z\",\"accounts\":[{\"kind\":\"CASH\",\"currency\":\"CNY\",\"balance\":-5}],"
                        + "\"totals\":{\"CNY\":0},\"balanced\":true}");
        assertThat(client.books().trialBalance().balanced()).isTrue();
        platform.answers(
                200, "{\"items\":[{\"kind\":\"PREPAID\",\"balance\":5.5}],\"page\":1,\"pageSize\":20,\"total\":1}");
        assertThat(client.books().accounts(1, 20).items().get(0).balance()).isEqualByComparingTo("5.5");
        platform.answers(
                200,
                "{\"items\":[{\"id\":\"" + ID + "\",\"number\":2,\"amount\":9.5,\"creditInfo\":{\"bank\":\"ICBC\"},"
                        + "\"madeAt\":\"2026-11-28T08:00:00Z\",\"reversed\":false}],\"page\":1,\"pageSize\":20,\"total\":1}");
        assertThat(client.books().payouts(1, 20).items()).singleElement().satisfies(payout -> {
            assertThat(payout.id()).isEqualTo(ID);
            assertThat(payout.amount()).isEqualByComparingTo("9.5");
            assertThat(payout.creditInfo().getString("bank")).isEqualTo("ICBC");
        });
        assertThat(platform.lastCall()).startsWith("GET /platform/v1/settlement/payouts?");
        assertThat(platform.lastQuery()).containsOnly(Map.entry("page", "1"), Map.entry("pageSize", "20"));
        platform.answers(201, "{\"id\":\"" + ID + "\",\"state\":\"PENDING\",\"payAt\":\"https://p/\"}");
        assertThat(client.books().pay(BigDecimal.TEN).payAt()).isEqualTo("https://p/");
        assertThat(client.books().payment(ID).state()).isEqualTo("PENDING");
        client.books().deposit(new Books.NewDeposit(ID, BigDecimal.TEN, "r"));
        assertThat(platform.lastCall())
                .isEqualTo("POST /platform/v1/settlement/deposits {\"account\":\"" + ID
                        + "\",\"amount\":10,\"reference\":\"r\"}");
    }

    private void answers(String data) {
        platform.answers(200, "{\"status\":200,\"code\":\"0\",\"errorMsg\":\"\",\"data\":" + data + "}");
    }
}
