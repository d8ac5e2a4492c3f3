package org.computility.system.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

@OnTheServer
class TokensIT {

    @Test
    void aTokenOpensWhatItsOwnerMayDoAndEnds(Platform platform) {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        JsonObject issued = login(platform, account.username(), account.password())
                .expect(201)
                .json();
        Visitor owner = platform.as(issued.getString("token"));

        assertThat(OffsetDateTime.parse(issued.getString("expiresAt")).toInstant())
                .isAfter(Instant.now());
        assertThat(owner.get("platform/v1/accounts/me").expect(200).json().getString("username"))
                .isEqualTo(account.username());
        assertThat(owner.delete("platform/v1/tokens/current").status()).isEqualTo(204);
        assertProblem(owner.get("platform/v1/accounts/me"), 401, "token-unknown");
    }

    @Test
    void aTokenIsObtainedAsTheStandardHasIt(Platform platform) {
        Platform.Account account = platform.account(platform.freshOrganisation(), "CONSUMER");
        JsonObject user = Json.createObjectBuilder()
                .add("name", account.username())
                .add("password", account.password())
                .build();
        for (JsonValue method : List.of(
                Json.createValue("password"),
                Json.createArrayBuilder().add("password").build())) {
            JsonObject issued = platform.anonymous()
                    .post("auth/tokens", network(method, user))
                    .expect(200)
                    .json();
            assertThat(issued.keySet()).containsExactlyInAnyOrder("token", "expiresAt");
            assertThat(issued.getString("expiresAt")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
            assertThat(platform.as(issued.getString("token"))
                            .get("trainjob")
                            .expect(200)
                            .json()
                            .getInt("totalSize"))
                    .isZero();
        }
        JsonObject wrong =
                Json.createObjectBuilder(user).add("password", "wrong one").build();
        Answer refused = platform.anonymous().post("auth/tokens", network(Json.createValue("password"), wrong));
        Refusals.check(refused, 401, "0101", "wrong");
        String number = refused.headers().firstValue("X-Request-ID").orElseThrow();
        assertThat(platform.auditRecords(number))
                .singleElement()
                .satisfies(record -> assertThat(record.toString())
                        .contains(account.username())
                        .doesNotContain("wrong one"));
        Refusals.check(
                platform.anonymous().post("auth/tokens", network(Json.createValue("sms"), user)),
                400,
                "0202",
                "authMethod");
    }

    private static JsonObject network(JsonValue method, JsonObject user) {
        return Json.createObjectBuilder()
                .add("authMethod", method)
                .add("user", user)
                .build();
    }

    @Test
    void withoutATokenNothingOpens(Platform platform) {
        Answer answer = platform.anonymous().get("platform/v1/accounts");

        assertProblem(answer, 401, "token-missing");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        Answer standard = platform.anonymous().get("ACSMP/AlgoDef/x");
        assertThat(standard.status()).isEqualTo(401);
        assertThat(standard.code()).isEqualTo(40101);
    }

    @InTurn
    @Test
    void aWrongNameAndAWrongPasswordGetTheSameAnswer(Platform platform) {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");

        Answer wrongPassword = login(platform, account.username(), "not the password");
        Answer wrongName = login(platform, platform.freshName("nobody"), "not the password");

        assertProblem(wrongPassword, 401, "credentials-wrong");
        assertProblem(wrongName, 401, "credentials-wrong");
        assertThat(wrongName.message()).isEqualTo(wrongPassword.message());
    }

    @InTurn
    @Test
    void repeatedFailuresSlowTheGuesserAndNotTheSessions(Platform platform) {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        Visitor session = platform.as(platform.login(account.username(), account.password()));
        for (int guess = 0; guess < 5; guess++) {
            assertProblem(login(platform, account.username(), "guess " + guess), 401, "credentials-wrong");
        }

        Answer throttled = login(platform, account.username(), "guess 6");

        assertProblem(throttled, 429, "login-throttled");
        assertThat(throttled.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isPositive();
        assertThat(session.get("platform/v1/accounts/me").status()).isEqualTo(200);
    }

    @InTurn
    @Test
    void badBodiesAreNamed(Platform platform) {
        Visitor anyone = platform.anonymous();

        assertProblem(anyone.post("platform/v1/tokens", "{\"username\":"), 400, "body-not-json");
        assertProblem(anyone.post("platform/v1/tokens", "{\"username\":\"a\"}"), 400, "member-missing", "password");
        assertProblem(
                anyone.post("platform/v1/tokens", "{\"username\":5,\"password\":\"b\"}"),
                400,
                "member-type",
                "username");
        assertProblem(
                anyone.post("platform/v1/tokens", "{\"username\":\"" + "a".repeat(65) + "\",\"password\":\"b\"}"),
                400,
                "member-too-long",
                "username");
        assertProblem(
                anyone.post("platform/v1/tokens", "{\"username\":\"a\",\"password\":\"SM2:00\"}"),
                400,
                "password-cipher",
                "password");
    }

    @InTurn
    @Test
    void theKeyForPasswordsStaysTheSame(Platform platform) {
        JsonObject key =
                platform.anonymous().get("platform/v1/crypto/sm2").expect(200).json();

        assertThat(key.getString("mode")).isEqualTo("C1C3C2");
        assertThat(key.getString("publicKey")).matches("04[0-9a-f]{128}");
        assertThat(platform.anonymous().get("platform/v1/crypto/sm2").json()).isEqualTo(key);
    }

    private static Answer login(Platform platform, String username, String password) {
        return platform.anonymous()
                .post(
                        "platform/v1/tokens",
                        Json.createObjectBuilder()
                                .add("username", username)
                                .add("password", password)
                                .build());
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().getString("code")).isEqualTo(code);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static void assertProblem(Answer answer, int status, String code, String member) {
        assertProblem(answer, status, code);
        assertThat(answer.json().getString("member")).isEqualTo(member);
        assertThat(answer.message()).contains(member);
    }
}
