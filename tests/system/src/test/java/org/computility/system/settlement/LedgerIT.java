package org.computility.system.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.computility.system.Answer;
import org.computility.system.AtOnce;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.junit.jupiter.api.Test;

/** Money that is paid in, read, and taken back. */
@OnTheServer
class LedgerIT {

    private static final int MANY = 16;

    private final Platform platform;
    private final Payer payer;

    LedgerIT(Platform platform) {
        this.platform = platform;
        payer = new Payer(platform);
    }

    @Test
    void moneyIsPaidInOnceAReference() {
        String reference = platform.freshName("bank");

        Answer first = payer.pay("500", reference).expect(201);
        Answer again = payer.pay("500.00", reference).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.json().getString("kind")).isEqualTo("DEPOSIT");
        assertThat(first.json().getString("subject")).isEqualTo(reference);
        assertThat(sum(first.json().getJsonArray("entries").getValuesAs(JsonObject.class), "amount"))
                .isZero();
        refused(payer.pay("500.01", reference), 409, "transfer-reused");
        refused(new Payer(platform).pay("500", reference), 409, "transfer-reused");
        assertThat(payer.account().getString("kind")).isEqualTo("PREPAID");
        assertThat(payer.account().getString("organisationId")).isEqualTo(payer.organisation());
        assertThat(payer.balance()).isEqualTo(new BigDecimal("500.00"));
    }

    @InTurn
    @Test
    void theSameDepositFromManySidesIsOne() {
        String reference = platform.freshName("bank");
        Callable<Answer> call = () -> payer.pay("0.01", reference);

        List<Answer> answers = AtOnce.send(Collections.nCopies(MANY, call));

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.expect(201).json())
                        .isEqualTo(answers.get(0).json()));
        assertThat(payer.balance()).isEqualTo(new BigDecimal("0.01"));
        assertThat(payer.statement("")).hasSize(1);
    }

    @InTurn
    @Test
    void depositsAtTheSameTimeAllCountAndTheBooksClose() {
        List<Callable<Answer>> calls = IntStream.range(0, MANY)
                .<Callable<Answer>>mapToObj(i -> () -> payer.pay("1.10", platform.freshName("bank")))
                .toList();

        AtOnce.send(calls).forEach(answer -> answer.expect(201));

        assertThat(payer.balance()).isEqualTo(new BigDecimal("17.60"));
        assertThat(payer.statement(""))
                .extracting(line -> line.getInt("version"))
                .isEqualTo(
                        IntStream.iterate(MANY, i -> i > 0, i -> i - 1).boxed().toList());
        payer.statement("")
                .forEach(line ->
                        assertThat(closes("?at=" + line.getString("at"))).isTrue());
        assertThat(closes("")).isTrue();
    }

    @InTurn
    @Test
    void aStatementHasTheLatestFirstPageByPage() {
        String first = payer.paid("1");
        String second = payer.paid("2");
        String third = payer.paid("3");
        Instant at = Instant.parse(payer.statement("").get(1).getString("at"));

        assertThat(transfers("")).containsExactly(third, second, first);
        assertThat(transfers("&pageSize=2&page=2")).containsExactly(first);
        assertThat(transfers("&from=" + at)).containsExactly(third, second);
        assertThat(transfers("&to=" + at)).containsExactly(first);
        assertThat(payer.statement(""))
                .extracting(line ->
                        line.getJsonNumber("balanceAfter").bigDecimalValue().toString())
                .containsExactly("6.00", "3.00", "1.00");
    }

    @InTurn
    @Test
    void aDepositIsTakenBackOnce() {
        String transfer = payer.paid("500");
        String path = "platform/v1/settlement/transfers/" + transfer;

        JsonObject undone = reverse(path, "paid in twice").expect(201).json();

        assertThat(undone.getString("reverses")).isEqualTo(transfer);
        assertThat(undone.getString("subject")).isEqualTo("paid in twice");
        assertThat(reverse(path, "paid in twice").expect(201).json()).isEqualTo(undone);
        refused(reverse(path, "for another reason"), 409, "transfer-reused");
        refused(
                reverse("platform/v1/settlement/transfers/" + undone.getString("id"), "changed my mind"),
                409,
                "transfer-irreversible");
        JsonObject seen = payer.reader().get(path).expect(200).json();
        assertThat(seen.getString("reversedBy")).isEqualTo(undone.getString("id"));
        assertThat(seen.getJsonObject("transfer").getString("id")).isEqualTo(transfer);
        assertThat(payer.balance()).isEqualTo(new BigDecimal("0.00"));
        assertThat(payer.statement("")).hasSize(2);
        assertThat(closes("")).isTrue();
    }

    @InTurn
    @Test
    void whatIsRecordedAndUndoneLeavesItsAuditRecords() {
        String reference = platform.freshName("bank");
        Answer deposit = payer.pay("1", reference).expect(201);
        String transfer = deposit.json().getString("id");
        Answer reversal = reverse("platform/v1/settlement/transfers/" + transfer, "a test")
                .expect(201);

        assertThat(target(deposit)).isEqualTo("deposit " + reference + " of organisation " + payer.organisation());
        assertThat(target(reversal)).isEqualTo("transfer " + transfer);
    }

    @InTurn
    @Test
    void anAdministratorSeesTheAccountsOfThePlatform() {
        payer.paid("1");

        JsonObject all = platform.asAdmin()
                .get("platform/v1/settlement/accounts?pageSize=1000")
                .expect(200)
                .json();

        assertThat(all.getJsonArray("items").getValuesAs(JsonObject.class))
                .filteredOn(account -> !account.containsKey("organisationId"))
                .extracting(account -> account.getString("kind"))
                .contains("CASH");
    }

    private List<String> transfers(String query) {
        return payer.statement(query).stream()
                .map(line -> line.getString("transfer"))
                .toList();
    }

    private Answer reverse(String path, String reason) {
        return platform.asAdmin()
                .post(
                        path + "/reversal",
                        Json.createObjectBuilder().add("reason", reason).build());
    }

    private boolean closes(String query) {
        JsonObject trial = platform.asAdmin()
                .get("platform/v1/settlement/trial-balance" + query)
                .expect(200)
                .json();
        List<JsonObject> accounts = trial.getJsonArray("accounts").getValuesAs(JsonObject.class);
        return trial.getBoolean("balanced") && sum(accounts, "balance").signum() == 0;
    }

    private String target(Answer answer) {
        String requestId = answer.headers().firstValue("X-Request-ID").orElseThrow();
        return platform.auditRecords(requestId).get(0).getString("target");
    }

    private static BigDecimal sum(List<JsonObject> lines, String member) {
        return lines.stream()
                .map(line -> line.getJsonNumber(member).bigDecimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.failure()).as("%s", answer).isEqualTo(code);
    }
}
