package org.computility.system.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of the ledger, asked by who may not, for what is not, and with what is wrong. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerRefusalsIT {

    private static final String ROOT = "platform/v1/settlement/";
    private static final JsonObject REASON =
            Json.createObjectBuilder().add("reason", "a test").build();

    private final Platform platform;
    private final Payer payer;
    private final String transfer;
    private final String account;

    LedgerRefusalsIT(Platform platform) {
        this.platform = platform;
        payer = new Payer(platform);
        transfer = payer.paid("100");
        account = payer.account().getString("id");
    }

    @Test
    void nobodyIsAskedForAToken() {
        all(platform.anonymous()).forEach(answer -> refused(answer, 401, "token-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPERATOR", "AUDITOR", "PROVIDER", "CONSUMER", "PLATFORM"})
    void othersThanAdministratorsOnlyRead(String role) {
        Visitor visitor = payer.visitor(role);

        changing(visitor).forEach(answer -> refused(answer, 403, "role-missing"));
        refused(visitor.get(ROOT + "trial-balance"), 403, "role-missing");
        reading(visitor).forEach(answer -> answer.expect(200));
    }

    @Test
    void aDeviceDoesNothing() {
        all(payer.visitor("DEVICE")).forEach(answer -> refused(answer, 403, "role-missing"));
    }

    @Test
    void strangersSeeNothingOfIt() {
        Visitor stranger = new Payer(platform).visitor("OPERATOR");

        Refusals.check(stranger.get(ROOT + "statements?account=" + account), 404, "ledger-account-unknown", "account");
        Refusals.check(stranger.get(ROOT + "transfers/" + transfer), 404, "transfer-unknown", "id");
        for (String query : List.of("", "?organisation=" + payer.organisation())) {
            assertThat(stranger.get(ROOT + "accounts" + query)
                            .expect(200)
                            .json()
                            .getInt("total"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account   | null                  | member-missing",
                "account   | 7                     | member-type",
                "account   | \"none\"              | member-invalid",
                "amount    | null                  | member-missing",
                "amount    | \"500\"               | member-type",
                "amount    | 0                     | member-invalid",
                "amount    | -1                    | member-invalid",
                "amount    | 0.001                 | member-invalid",
                "amount    | 1.001                 | member-invalid",
                "amount    | 10000000000000        | member-invalid",
                "amount    | 1e400                 | member-invalid",
                "amount    | 1.00000000000000000001 | member-invalid",
                "currency  | \"cny\"               | member-invalid",
                "currency  | \"YUAN\"              | member-too-long",
                "currency  | 156                   | member-type",
                "reference | null                  | member-missing",
                "reference | \"\"                  | member-missing",
                "reference | \" \"                 | member-invalid",
                "reference | \"a\\u0000b\"         | member-invalid",
                "reference | 4711                  | member-type"
            })
    void aBadDepositIsRefusedByName(String member, String value, String code) {
        String body = payer.deposit("1", "bank").toString();
        String bad = body.replaceFirst("\\{", "{\"currency\":\"CNY\",")
                .replaceFirst(
                        "\"" + member + "\":(\"[^\"]*\"|[0-9.]+)", "\"" + member + "\":" + value.replace("\\", "\\\\"));

        Refusals.check(platform.asAdmin().post(ROOT + "deposits", bad), 400, code, member);
    }

    @Test
    void textsHaveAnEnd() {
        JsonObject deposit = payer.deposit("1", "b".repeat(201));
        JsonObject reason =
                Json.createObjectBuilder().add("reason", "r".repeat(501)).build();

        Refusals.check(platform.asAdmin().post(ROOT + "deposits", deposit), 400, "member-too-long", "reference");
        Refusals.check(
                platform.asAdmin().post(ROOT + "transfers/" + transfer + "/reversal", reason),
                400,
                "member-too-long",
                "reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":null}", "{\"reason\":\"\"}"})
    void aReversalHasAReason(String body) {
        Refusals.check(
                platform.asAdmin().post(ROOT + "transfers/" + transfer + "/reversal", body),
                400,
                "member-missing",
                "reason");
    }

    @Test
    void whatIsNotThereIsUnknown() {
        String none = UUID.randomUUID().toString();
        Visitor admin = platform.asAdmin();
        JsonObject deposit = Json.createObjectBuilder(payer.deposit("1", "bank"))
                .add("account", none)
                .build();

        refused(admin.post(ROOT + "deposits", deposit), 404, "organisation-unknown");
        Refusals.check(admin.get(ROOT + "statements?account=" + none), 404, "ledger-account-unknown", "account");
        Refusals.check(admin.get(ROOT + "transfers/" + none), 404, "transfer-unknown", "id");
        Refusals.check(admin.post(ROOT + "transfers/" + none + "/reversal", REASON), 404, "transfer-unknown", "id");
    }

    @ParameterizedTest
    @CsvSource({
        "statements, member-missing, account",
        "statements?account=, member-missing, account",
        "statements?account=none, member-type, account",
        "statements?account=70553686-096f-488b-8151-9c1e47adafa5&from=yesterday, member-type, from",
        "statements?account=70553686-096f-488b-8151-9c1e47adafa5&to=2026-02-30T00:00:00Z, member-type, to",
        "statements?account=70553686-096f-488b-8151-9c1e47adafa5&page=0, page-number-invalid, page",
        "accounts?organisation=none, member-type, organisation",
        "accounts?pageSize=1001, page-size-invalid, pageSize",
        "accounts?page=one, member-type, page",
        "payouts?page=0, page-number-invalid, page",
        "transfers/none, member-type, id",
        "trial-balance?at=now, member-type, at"
    })
    void aBadQuestionIsRefusedByName(String path, String code, String member) {
        Refusals.check(platform.asAdmin().get(ROOT + path), 400, code, member);
    }

    private List<Answer> all(Visitor visitor) {
        return Stream.of(changing(visitor), reading(visitor), List.of(visitor.get(ROOT + "trial-balance")))
                .flatMap(List::stream)
                .toList();
    }

    private List<Answer> changing(Visitor visitor) {
        return List.of(
                visitor.post(ROOT + "deposits", payer.deposit("1", "bank")),
                visitor.post(ROOT + "transfers/" + transfer + "/reversal", REASON));
    }

    private List<Answer> reading(Visitor visitor) {
        return List.of(
                visitor.get(ROOT + "accounts"),
                visitor.get(ROOT + "payouts"),
                visitor.get(ROOT + "statements?account=" + account),
                visitor.get(ROOT + "transfers/" + transfer));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.failure()).as("%s", answer).isEqualTo(code);
    }
}
