package org.computility.system.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** Who asks for an account, and what is answered (T/AI 123.8, clause 7.1). */
@OnTheServer
@InTurn
class RegistrationsIT {

    private static final String REGISTRATIONS = "platform/v1/registrations";
    private static final String PASSWORD = "an applicant's secret";

    private final Platform platform;
    private final Visitor anyone;
    private final Visitor admin;

    RegistrationsIT(Platform platform) {
        this.platform = platform;
        anyone = platform.anonymous();
        admin = platform.asAdmin();
    }

    @Test
    void anApprovedApplicantLogsInAtOnce() {
        String name = platform.freshName("applicant");
        JsonObject receipt = ask(name, "Somewhere");
        String path = REGISTRATIONS + "/" + receipt.getString("id");
        assertThat(state(receipt).getString("state")).isEqualTo("PENDING");
        assertThat(login(name).status()).isEqualTo(401);
        JsonObject shown = admin.get(path).expect(200).json();
        assertThat(shown.toString())
                .doesNotContain("assword")
                .doesNotContain("argon2")
                .doesNotContain("ecret");

        Answer approved = admin.post(path + "/approval", approval("CONSUMER"));

        assertThat(approved.expect(200).json().getString("state")).isEqualTo("APPROVED");
        assertThat(state(receipt).getString("state")).isEqualTo("APPROVED");
        Visitor user = platform.as(platform.login(name, PASSWORD));
        assertThat(user.get("platform/v1/accounts/me").expect(200).json().getString("id"))
                .isEqualTo(approved.json().getString("accountId"));
        assertThat(user.get("trainjob").expect(200).json().getInt("totalSize")).isZero();
        Refusals.named(user.get(REGISTRATIONS), 403, "role-missing");
        String number = approved.headers().firstValue("X-Request-ID").orElseThrow();
        assertThat(platform.auditRecords(number))
                .singleElement()
                .satisfies(record -> assertThat(record.toString()).contains("registration " + receipt.getString("id")));
    }

    @Test
    void aRefusedApplicantSeesWhy() {
        JsonObject receipt = ask(platform.freshName("applicant"), "Somewhere");
        String path = REGISTRATIONS + "/" + receipt.getString("id");
        JsonObject refusal =
                Json.createObjectBuilder().add("reason", "Nobody knows you.").build();

        admin.post(path + "/refusal", refusal).expect(200);

        assertThat(state(receipt).getString("reason")).isEqualTo("Nobody knows you.");
        Refusals.named(admin.post(path + "/refusal", refusal), 409, "registration-decided");
        Refusals.named(admin.post(path + "/approval", approval("CONSUMER")), 409, "registration-decided");
    }

    @Test
    void theNameOfAnotherIsNotToldToTheApplicant() {
        JsonObject receipt = ask("admin", "Somewhere");
        String path = REGISTRATIONS + "/" + receipt.getString("id");

        Refusals.named(admin.post(path + "/approval", approval("CONSUMER")), 409, "account-exists");
        assertThat(state(receipt).getString("state")).isEqualTo("PENDING");
        String other = platform.freshName("applicant");
        admin.post(
                        path + "/approval",
                        Json.createObjectBuilder(approval("CONSUMER"))
                                .add("username", other)
                                .build())
                .expect(200);

        assertThat(state(receipt).getString("username")).isEqualTo(other);
        platform.login(other, PASSWORD);
    }

    @Test
    void anOperatorDecidesWhoeverNamesItsOrganisation() {
        String organisation = platform.freshOrganisation();
        Platform.Account account = platform.account(organisation, "OPERATOR");
        Visitor operator = platform.as(platform.login(account.username(), account.password()));
        String name =
                operator.get("platform/v1/organisations/" + organisation).json().getString("name");
        JsonObject own = ask(platform.freshName("camera"), name);
        JsonObject foreign = ask(platform.freshName("camera"), "Somewhere");
        JsonObject device = Json.createObjectBuilder()
                .add("organisationId", organisation)
                .add("roles", Json.createArrayBuilder().add("DEVICE"))
                .build();

        assertThat(operator.get(REGISTRATIONS + "?state=PENDING")
                        .expect(200)
                        .json()
                        .getJsonArray("items"))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.asJsonObject().getString("id")).isEqualTo(own.getString("id")));
        String path = REGISTRATIONS + "/" + own.getString("id");
        Refusals.named(operator.get(REGISTRATIONS + "/" + foreign.getString("id")), 404, "registration-unknown");
        Refusals.named(operator.post(path + "/approval", approval("CONSUMER")), 403, "role-missing");
        Refusals.check(operator.post(path + "/approval", device), 400, "member-missing", "computeCode");
        JsonObject ofOneNode = Json.createObjectBuilder(device)
                .add("computeCode", platform.freshComputeCode())
                .build();
        operator.post(path + "/approval", ofOneNode).expect(200);
    }

    @Test
    void badRequestsAreNamed() {
        String path = REGISTRATIONS + "/"
                + ask(platform.freshName("applicant"), "Somewhere").getString("id");
        Refusals.check(anyone.post(REGISTRATIONS, "{}"), 400, "member-missing", "username");
        Refusals.check(
                anyone.post(
                        REGISTRATIONS,
                        wanted("x", "Somewhere").add("password", "short").build()),
                400,
                "password-short",
                "password");
        Refusals.check(
                anyone.post(REGISTRATIONS, wanted("no spaces", "Somewhere").build()),
                400,
                "member-invalid",
                "username");
        Refusals.check(
                anyone.post(
                        REGISTRATIONS,
                        wanted("x", "Somewhere")
                                .add("purpose", "x".repeat(1001))
                                .build()),
                400,
                "member-too-long",
                "purpose");
        Refusals.check(admin.post(path + "/refusal", "{}"), 400, "member-missing", "reason");
        JsonObject nowhere = Json.createObjectBuilder(approval("CONSUMER"))
                .add("organisationId", UUID.randomUUID().toString())
                .build();
        Refusals.check(admin.post(path + "/approval", nowhere), 400, "organisation-invalid", "organisationId");
        Refusals.named(anyone.get(REGISTRATIONS), 401, "token-missing");
        Refusals.named(anyone.get(path + "/state"), 404, "registration-unknown");
        Refusals.check(admin.get(REGISTRATIONS + "?state=LOST"), 400, "member-invalid", "state");
        Refusals.check(admin.get(REGISTRATIONS + "/7"), 400, "member-type", "id");
    }

    /** Strangers may send as many of them as they like. */
    @Test
    void whatIsTakenIsInTheLogAndWhatIsRefusedIsNot() {
        String name = platform.freshName("applicant");
        Answer taken = anyone.post(REGISTRATIONS, wanted(name, "Somewhere").build());
        Answer refused = anyone.post(REGISTRATIONS, "{}");

        assertThat(records(taken)).singleElement().satisfies(record -> {
            assertThat(record.getString("target"))
                    .isEqualTo("registration " + taken.expect(201).json().getString("id") + " of " + name);
            assertThat(record.getInt("outcome")).isEqualTo(201);
        });
        assertThat(records(refused)).isEmpty();
    }

    /** Nobody is known, so no key can tell who repeats a call. */
    @Test
    void whatIsSentTwiceWaitsTwiceAndOneGetsTheAccount() {
        String name = platform.freshName("applicant");
        String first = askWithKey(name, "a-key");
        String second = askWithKey(name, "a-key");
        assertThat(second).isNotEqualTo(first);

        admin.post(REGISTRATIONS + "/" + first + "/approval", approval("CONSUMER"))
                .expect(200);
        Refusals.named(
                admin.post(REGISTRATIONS + "/" + second + "/approval", approval("CONSUMER")), 409, "account-exists");
    }

    private String askWithKey(String name, String key) {
        return anyone.send(anyone.request(REGISTRATIONS)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(
                                wanted(name, "Somewhere").build().toString()))
                        .build())
                .expect(201)
                .json()
                .getString("id");
    }

    private List<JsonObject> records(Answer answer) {
        return platform.auditRecords(answer.headers().firstValue("X-Request-ID").orElseThrow());
    }

    private JsonObject ask(String name, String organisation) {
        return anyone.post(REGISTRATIONS, wanted(name, organisation).build())
                .expect(201)
                .json();
    }

    private static JsonObjectBuilder wanted(String name, String organisation) {
        return Json.createObjectBuilder()
                .add("username", name)
                .add("password", PASSWORD)
                .add("organisation", organisation)
                .add("contact", "phone 7");
    }

    private JsonObject approval(String role) {
        return Json.createObjectBuilder()
                .add("organisationId", platform.freshOrganisation())
                .add("roles", Json.createArrayBuilder().add(role))
                .build();
    }

    private JsonObject state(JsonObject receipt) {
        String path = REGISTRATIONS + "/" + receipt.getString("id") + "/state";
        return anyone.send(anyone.request(path)
                        .header("X-Registration-Secret", receipt.getString("secret"))
                        .build())
                .expect(200)
                .json();
    }

    private Answer login(String name) {
        return anyone.post(
                "platform/v1/tokens",
                Json.createObjectBuilder()
                        .add("username", name)
                        .add("password", PASSWORD)
                        .build());
    }
}
