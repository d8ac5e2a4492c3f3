package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.SamplePackage;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same call with the same {@code Idempotency-Key} is done once. */
@OnTheServer
class IdempotencyIT {

    private static final String ORGANISATIONS = "platform/v1/organisations";
    private static final String PACKAGES = "ACSMP/AlgoFilePackages";
    private static final String PLANS = "ACSMP/Tasks";
    private static final int MANY = 100;

    @Test
    void theSameCallAgainIsAnsweredTheSameAndDoneOnce(Platform platform) {
        Visitor admin = platform.asAdmin();
        String name = platform.freshName("bureau");
        String key = platform.freshName("key");
        String requestId = platform.freshName("request");

        Answer first = found(admin, name, key).expect(201);
        Answer again = admin.send(
                foundRequest(admin, name, key).header("X-Request-ID", requestId).build());

        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        isTheSame(again, first);
        assertThat(total(admin, name)).isEqualTo(1);
        // Without the key it is another call.
        found(admin, name, null).expect(409);
        List<JsonObject> records = platform.auditRecords(requestId);
        assertThat(records).hasSize(1);
        assertThat(records.get(0).getInt("outcome")).isEqualTo(201);
        assertThat(records.get(0).getString("target")).isEqualTo("/platform/v1/organisations (repeated)");
    }

    @InTurn
    @Test
    void anotherBodyUnderTheSameKeyIsRefused(Platform platform) {
        Visitor admin = platform.asAdmin();
        String key = platform.freshName("key");
        String other = platform.freshName("bureau");
        found(admin, platform.freshName("bureau"), key).expect(201);

        Refusals.check(found(admin, other, key), 409, "idempotency-key-reused", "Idempotency-Key");

        assertThat(total(admin, other)).isZero();
    }

    @InTurn
    @Test
    void aRefusalIsAnsweredAgainToo(Platform platform) {
        Visitor admin = platform.asAdmin();
        String name = platform.freshName("bureau");
        String key = platform.freshName("key");
        found(admin, name, null).expect(201);

        Answer first = found(admin, name, key).expect(409);

        isTheSame(found(admin, name, key), first);
    }

    @InTurn
    @Test
    void whatIsRefusedBeforeItIsDoneLeavesTheKeyFree(Platform platform) {
        Visitor admin = platform.asAdmin();
        String key = platform.freshName("key");
        found(admin, "", key).expect(400);

        found(admin, platform.freshName("bureau"), key).expect(201);
    }

    @InTurn
    @Test
    void aDeletionIsAnsweredAgainThoughNothingIsThereAnyMore(Platform platform) {
        try (Workshop workshop = new Workshop(platform, 4)) {
            String key = platform.freshName("key");
            String path = PLANS + "/" + workshop.create(workshop.periodic(1));

            Answer first = keyed(workshop.operator(), "DELETE", path, null, key).expect(200);

            isTheSame(keyed(workshop.operator(), "DELETE", path, null, key), first);
            workshop.operator().delete(path).expect(404);
        }
    }

    @Test
    void aHundredAtOnceMakeOnePlan(Platform platform) throws Exception {
        try (Workshop workshop = new Workshop(platform, 4)) {
            JsonObject plan = workshop.periodic(1).build();
            String key = platform.freshName("key");
            ExecutorService threads = Executors.newFixedThreadPool(MANY);
            List<Answer> answers;
            try {
                List<Future<Answer>> calls = Stream.generate(
                                () -> threads.submit(() -> keyed(workshop.operator(), "POST", PLANS, plan, key)))
                        .limit(MANY)
                        .toList();
                answers = calls.stream().map(IdempotencyIT::got).toList();
            } finally {
                threads.shutdownNow();
            }

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409))
                    .filteredOn(answer -> answer.status() == 409)
                    .allSatisfy(answer -> assertThat(answer.code()).isEqualTo(40904));
            List<String> done = answers.stream()
                    .filter(answer -> answer.status() == 200)
                    .map(Answer::text)
                    .distinct()
                    .toList();
            assertThat(done).hasSize(1);
            assertThat(workshop.operator()
                            .post(PLANS + "/Search", "{\"Name\":\"" + plan.getString("Name") + "\"}")
                            .data()
                            .getInt("TotalSize"))
                    .isEqualTo(1);
        }
    }

    @InTurn
    @Test
    void eachAccountHasItsOwnKeys(Platform platform) {
        Visitor admin = platform.asAdmin();
        Platform.Account another = platform.account(platform.freshOrganisation(), "ADMINISTRATOR");
        Visitor other = platform.as(platform.login(another.username(), another.password()));
        String key = platform.freshName("key");

        Answer first = found(admin, platform.freshName("bureau"), key).expect(201);
        Answer second = found(other, platform.freshName("bureau"), key).expect(201);

        platform.disable(another);
        assertThat(second.json().getString("id")).isNotEqualTo(first.json().getString("id"));
    }

    @Test
    void anImportOfPartsIsDoneOnce(Platform platform) {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        Visitor operator = platform.as(platform.login(account.username(), account.password()));
        SamplePackage sample = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4);
        SamplePackage other = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 4);
        String key = platform.freshName("key");

        Answer first = imported(operator, sample, key).expect(200);
        operator.delete(PACKAGES + "/" + sample.id()).expect(200);

        isTheSame(imported(operator, sample, key), first);
        operator.get(PACKAGES + "/" + sample.id()).expect(404);
        assertThat(imported(operator, other, key).expect(409).code()).isEqualTo(40905);
        operator.get(PACKAGES + "/" + other.id()).expect(404);
    }

    @InTurn
    @ParameterizedTest
    @ValueSource(strings = {"a b", ""})
    void aBadKeyIsRefused(String key, Platform platform) {
        Visitor admin = platform.asAdmin();
        String name = platform.freshName("bureau");

        Refusals.check(found(admin, name, key), 400, "idempotency-key-invalid", "Idempotency-Key");
        assertThat(total(admin, name)).isZero();
    }

    @InTurn
    @Test
    void aKeyOf256CharactersIsTooLongAndOneOf255IsNot(Platform platform) {
        Visitor admin = platform.asAdmin();
        String longest = platform.freshName("key-") + "!".repeat(255);

        found(admin, platform.freshName("bureau"), longest.substring(0, 255)).expect(201);
        Refusals.check(
                found(admin, platform.freshName("bureau"), longest.substring(0, 256)),
                400,
                "idempotency-key-invalid",
                "Idempotency-Key");
    }

    @InTurn
    @Test
    void searchesAndCallsWithoutATokenTakeNoNoticeOfIt(Platform platform) {
        Visitor admin = platform.asAdmin();
        keyed(admin, "POST", PLANS + "/Search", Json.createObjectBuilder().build(), "a b")
                .expect(200);
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        JsonObject login = Json.createObjectBuilder()
                .add("username", account.username())
                .add("password", account.password())
                .build();
        String key = platform.freshName("key");

        String one = keyed(platform.anonymous(), "POST", "platform/v1/tokens", login, key)
                .expect(201)
                .json()
                .getString("token");
        String two = keyed(platform.anonymous(), "POST", "platform/v1/tokens", login, key)
                .expect(201)
                .json()
                .getString("token");

        assertThat(two).isNotEqualTo(one);
    }

    private static void isTheSame(Answer again, Answer first) {
        assertThat(again.status()).as("%s", again).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Content-Type"))
                .isEqualTo(first.headers().firstValue("Content-Type"));
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
    }

    private static Answer imported(Visitor operator, SamplePackage sample, String key) {
        return operator.send(new Multipart()
                .text("MD5", sample.md5())
                .file("File", sample.tar())
                .request(operator, PACKAGES)
                .header("Idempotency-Key", key)
                .build());
    }

    private static Answer found(Visitor visitor, String name, String key) {
        return visitor.send(foundRequest(visitor, name, key).build());
    }

    private static HttpRequest.Builder foundRequest(Visitor visitor, String name, String key) {
        return request(
                visitor,
                "POST",
                ORGANISATIONS,
                Json.createObjectBuilder().add("name", name).build(),
                key);
    }

    private static Answer keyed(Visitor visitor, String method, String path, JsonObject body, String key) {
        return visitor.send(request(visitor, method, path, body, key).build());
    }

    private static HttpRequest.Builder request(
            Visitor visitor, String method, String path, JsonObject body, String key) {
        HttpRequest.Builder request = visitor.request(path)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private static int total(Visitor admin, String name) {
        return admin.get(ORGANISATIONS + "?name=" + name).expect(200).json().getInt("total");
    }

    private static Answer got(Future<Answer> call) {
        try {
            return call.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
