package org.computility.system.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

@OnTheServer
@InTurn
class AccountsIT {

    private static final String ACCOUNTS = "platform/v1/accounts";

    @Test
    void anAccountIsOpenedFoundAndChanged(Platform platform) {
        Visitor admin = platform.asAdmin();
        String name = platform.freshName("camera");
        String organisation = platform.freshOrganisation();

        JsonObject opened = admin.post(
                        ACCOUNTS, request(name, organisation, "DEVICE").build())
                .expect(201)
                .json();
        String id = opened.getString("id");

        assertThat(opened.toString()).doesNotContain("password").doesNotContain("argon2");
        assertThat(admin.get(ACCOUNTS + "/" + id).expect(200).json()).isEqualTo(opened);
        JsonObject list = admin.get(ACCOUNTS + "?role=DEVICE&enabled=true&pageSize=5&organisationId=" + organisation)
                .expect(200)
                .json();
        assertThat(list.getInt("total")).isEqualTo(1);
        assertThat(list.getJsonArray("items").getJsonObject(0)).isEqualTo(opened);

        JsonObject bound = admin.patch(
                        ACCOUNTS + "/" + id,
                        Json.createObjectBuilder().add("computeCode", "1101").build())
                .expect(200)
                .json();
        assertThat(bound.getString("computeCode")).isEqualTo("1101");
        assertThat(bound.getString("username")).isEqualTo(name);
    }

    @Test
    void aDisabledAccountIsOutAtOnce(Platform platform) {
        Platform.Account account = platform.account(platform.freshOrganisation(), "OPERATOR");
        Visitor session = platform.as(platform.login(account.username(), account.password()));
        String id = session.get(ACCOUNTS + "/me").expect(200).json().getString("id");

        platform.asAdmin()
                .patch(
                        ACCOUNTS + "/" + id,
                        Json.createObjectBuilder().add("enabled", false).build())
                .expect(200);

        assertProblem(session.get(ACCOUNTS + "/me"), 401, "account-disabled");
        Refusals.check(session.get("centers"), 401, "0103", "disabled");
        assertProblem(
                platform.anonymous()
                        .post(
                                "platform/v1/tokens",
                                Json.createObjectBuilder()
                                        .add("username", account.username())
                                        .add("password", account.password())
                                        .build()),
                401,
                "account-disabled");
    }

    @Test
    void onlyAdministratorsManageAccounts(Platform platform) {
        String organisation = platform.freshOrganisation();
        Platform.Account auditor = platform.account(organisation, "AUDITOR");
        Visitor visitor = platform.as(platform.login(auditor.username(), auditor.password()));

        assertProblem(visitor.get(ACCOUNTS), 403, "role-missing");
        assertProblem(
                visitor.post(ACCOUNTS, request("x", organisation, "DEVICE").build()), 403, "role-missing");
        assertProblem(
                visitor.post(
                        "platform/v1/organisations",
                        Json.createObjectBuilder().add("name", "x").build()),
                403,
                "role-missing");
        assertThat(visitor.get("platform/v1/organisations").expect(200).json().getInt("total"))
                .isEqualTo(1);
    }

    @Test
    void anOperatorOpensDeviceAccountsOfItsOwnOrganisation(Platform platform) {
        String organisation = platform.freshOrganisation();
        Platform.Account account = platform.account(organisation, "OPERATOR");
        Visitor operator = platform.as(platform.login(account.username(), account.password()));

        operator.post(
                        ACCOUNTS,
                        request(platform.freshName("camera"), organisation, "DEVICE")
                                .build())
                .expect(201);
        assertProblem(
                operator.post(
                        ACCOUNTS,
                        request(platform.freshName("x"), organisation, "OPERATOR")
                                .build()),
                403,
                "role-missing");
        assertProblem(
                operator.post(
                        ACCOUNTS,
                        request(platform.freshName("x"), platform.freshOrganisation(), "DEVICE")
                                .build()),
                403,
                "role-missing");
    }

    @Test
    void badRequestsAreNamedAndChangeNothing(Platform platform) {
        Visitor admin = platform.asAdmin();
        String organisation = platform.freshOrganisation();
        String name = platform.freshName("x");

        assertProblem(
                admin.post(ACCOUNTS, request(name, organisation, "KING").build()), 400, "member-invalid", "roles[0]");
        assertProblem(
                admin.post(ACCOUNTS, request(name, "7", "DEVICE").build()), 400, "member-invalid", "organisationId");
        assertProblem(
                admin.post(
                        ACCOUNTS,
                        request(name, UUID.randomUUID().toString(), "DEVICE").build()),
                400,
                "organisation-invalid",
                "organisationId");
        assertProblem(
                admin.post(
                        ACCOUNTS,
                        request(name, organisation, "DEVICE")
                                .add("password", "short")
                                .build()),
                400,
                "password-short",
                "password");
        assertProblem(
                admin.post(
                        ACCOUNTS, request("no spaces", organisation, "DEVICE").build()),
                400,
                "member-invalid",
                "username");
        assertProblem(admin.post(ACCOUNTS, "{}"), 400, "member-missing", "username");
        assertProblem(
                admin.post(ACCOUNTS, request("admin", organisation, "DEVICE").build()),
                409,
                "account-exists",
                "username");
        assertThat(admin.get(ACCOUNTS + "?organisationId=" + organisation)
                        .json()
                        .getInt("total"))
                .isZero();
    }

    @Test
    void unknownThingsAreNotFound(Platform platform) {
        Visitor admin = platform.asAdmin();

        assertProblem(admin.get(ACCOUNTS + "/" + UUID.randomUUID()), 404, "account-unknown");
        assertProblem(
                admin.patch(
                        ACCOUNTS + "/" + UUID.randomUUID(),
                        Json.createObjectBuilder().build()),
                404,
                "account-unknown");
        assertProblem(admin.get(ACCOUNTS + "/7"), 400, "member-type", "id");
        assertProblem(admin.get("platform/v1/organisations/" + UUID.randomUUID()), 404, "organisation-unknown");
        assertProblem(admin.get(ACCOUNTS + "?role=KING"), 400, "member-invalid", "role");
        assertProblem(admin.get(ACCOUNTS + "?page=0"), 400, "page-number-invalid", "page");
        assertProblem(admin.get("platform/v1/nothing"), 404, "path-unknown");
        assertProblem(admin.delete(ACCOUNTS), 405, "method-not-allowed");
    }

    private static JsonObjectBuilder request(String username, String organisation, String role) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("password", "a stranger's secret")
                .add("organisationId", organisation)
                .add("roles", Json.createArrayBuilder().add(role));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }

    private static void assertProblem(Answer answer, int status, String code, String member) {
        assertProblem(answer, status, code);
        assertThat(answer.json().getString("member")).isEqualTo(member);
    }
}
