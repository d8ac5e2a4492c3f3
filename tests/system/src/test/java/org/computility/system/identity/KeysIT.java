package org.computility.system.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** Keys of applications (T/AI 123.8, clause 7.1). */
@OnTheServer
@InTurn
class KeysIT {

    private static final String KEYS = "platform/v1/keys";
    private static final Instant SOON = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);

    private final Platform platform;
    private final Platform.Account account;
    private final Visitor owner;

    KeysIT(Platform platform) {
        this.platform = platform;
        account = platform.account(platform.freshOrganisation(), "OPERATOR", "CONSUMER");
        owner = platform.as(platform.login(account.username(), account.password()));
    }

    @Test
    void aKeyActsAsItsAccountWithinItsScopes() {
        JsonObject made = make("READ", "JOBS");
        Visitor application = platform.as(made.getString("key"));

        assertThat(application.get("platform/v1/accounts/me").expect(200).json().getString("username"))
                .isEqualTo(account.username());
        assertThat(application
                        .send(platform.anonymous()
                                .request("trainjob")
                                .header("Authorization", "Bearer " + made.getString("key"))
                                .build())
                        .status())
                .isEqualTo(200);
        // Its shape is judged, so the scope let it in.
        Refusals.check(application.post("trainjob", "{}"), 400, "0203", "jobName");
        Refusals.check(application.post("ACSMP/Tasks", "{}"), 403, "40303", "ALGORITHMS");
        Refusals.check(application.post("registerData", "{}"), 403, "40303", "MARKET");
        Refusals.named(application.post("platform/v1/specs", "{}"), 403, "scope-missing");
        Refusals.check(platform.as(make("MARKET").getString("key")).get("trainjob"), 403, "1403", "READ or JOBS");
        Refusals.check(platform.as(make("MARKET").getString("key")).post("trainjob", "{}"), 403, "1403", "JOBS");
    }

    @Test
    void noKeyMakesKeysOrChangesAccounts() {
        Visitor application =
                platform.as(make("READ", "JOBS", "SERVICES", "CENTERS", "ALGORITHMS", "MARKET", "MONEY", "OPERATIONS")
                        .getString("key"));

        Refusals.named(application.post(KEYS, wanted(SOON, "READ")), 403, "scope-missing");
        Refusals.named(application.delete(KEYS + "/" + UUID.randomUUID()), 403, "scope-missing");
        Refusals.named(application.delete("platform/v1/tokens/current"), 403, "scope-missing");
        Refusals.named(application.post("platform/v1/accounts", "{}"), 403, "scope-missing");
        Refusals.named(
                application.put("platform/v1/accounts/me/key", JsonValue.EMPTY_JSON_OBJECT), 403, "scope-missing");
        application.get(KEYS).expect(200);
    }

    @Test
    void aKeyIsListedWithoutItsSecretAndEndsWhenItIsRevoked() {
        JsonObject made = make("READ");
        Visitor application = platform.as(made.getString("key"));
        application.get("centers").expect(200);
        JsonObject listed = only();
        assertThat(listed.keySet()).doesNotContain("key");
        assertThat(listed.getString("id")).isEqualTo(made.getString("id"));
        assertThat(listed.getString("expiresAt")).isEqualTo(SOON.toString());

        owner.delete(KEYS + "/" + made.getString("id")).expect(204);

        Refusals.check(application.get("centers"), 401, "0101", "token");
        assertThat(only().getString("revokedAt")).isNotBlank();
        owner.delete(KEYS + "/" + made.getString("id")).expect(204);
    }

    @Test
    void whenAKeyWasLastUsedIsKnownWithinAMinute() {
        platform.as(make("READ").getString("key")).get("centers").expect(200);

        await().atMost(Duration.ofSeconds(75)).until(() -> only().containsKey("lastUsedAt"));
    }

    @Test
    void theKeysOfAFrozenAccountAreRefused() {
        Visitor application = platform.as(make("READ").getString("key"));
        application.get("centers").expect(200);

        platform.disable(account);

        Refusals.check(application.get("centers"), 401, "0103", "disabled");
    }

    @Test
    void keysOfOthersDoNotExist() {
        JsonObject made = make("READ");
        Platform.Account other = platform.account(platform.freshOrganisation(), "CONSUMER");
        Visitor stranger = platform.as(platform.login(other.username(), other.password()));
        String ownerId = owner.get("platform/v1/accounts/me").json().getString("id");

        Refusals.named(stranger.delete(KEYS + "/" + made.getString("id")), 404, "key-unknown");
        Refusals.named(stranger.get(KEYS + "?accountId=" + ownerId), 403, "role-missing");
        assertThat(stranger.get(KEYS).expect(200).json().getInt("total")).isZero();
        assertThat(platform.asAdmin()
                        .get(KEYS + "?accountId=" + ownerId)
                        .expect(200)
                        .json()
                        .getInt("total"))
                .isEqualTo(1);
        Platform.Account device = platform.account(platform.freshOrganisation(), "DEVICE");
        Refusals.named(
                platform.as(platform.login(device.username(), device.password()))
                        .post(KEYS, wanted(SOON, "READ")),
                403,
                "role-missing");
    }

    @Test
    void badRequestsAreNamed() {
        Refusals.check(owner.post(KEYS, "{}"), 400, "member-missing", "name");
        Refusals.check(owner.post(KEYS, wanted(SOON, "EVERYTHING")), 400, "member-invalid", "scopes[0]");
        Refusals.check(owner.post(KEYS, wanted(SOON)), 400, "member-invalid", "scopes");
        Refusals.check(
                owner.post(KEYS, wanted(Instant.now().plus(Duration.ofDays(367)), "READ")),
                400,
                "key-expiry-invalid",
                "expiresAt");
        Refusals.check(
                owner.post(KEYS, wanted(Instant.now().minusSeconds(1), "READ")),
                400,
                "key-expiry-invalid",
                "expiresAt");
    }

    private JsonObject make(String... scopes) {
        JsonObject made = owner.post(KEYS, wanted(SOON, scopes)).expect(201).json();
        assertThat(made.getString("key")).startsWith("cpk_");
        return made;
    }

    private static JsonObject wanted(Instant end, String... scopes) {
        JsonArrayBuilder named = Json.createArrayBuilder();
        for (String scope : scopes) {
            named.add(scope);
        }
        return Json.createObjectBuilder()
                .add("name", "trainer")
                .add("scopes", named)
                .add("expiresAt", end.toString())
                .build();
    }

    private JsonObject only() {
        return owner.get(KEYS).expect(200).json().getJsonArray("items").getJsonObject(0);
    }
}
