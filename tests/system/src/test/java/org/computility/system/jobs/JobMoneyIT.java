package org.computility.system.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** What jobs cost: by the second, once, and not more than somebody pays. */
@OnTheServer
@InTurn
class JobMoneyIT {

    private final Platform platform;
    private final TrainingGround ground;
    private final Visitor user;

    JobMoneyIT(Platform platform) {
        this.platform = platform;
        ground = new TrainingGround(platform);
        user = ground.user();
    }

    @Test
    void aJobIsPaidByTheSecond() {
        ground.price("0.50");
        ground.deposit("100");
        JsonObject estimate = user.get(
                        "platform/v1/settlement/computing/estimate?specId=" + ground.spec() + "&nodeCount=2&seconds=60")
                .expect(200)
                .json();
        assertThat(number(estimate, "amount")).isEqualByComparingTo("60.00");

        String id = ground.create(user, platform.freshName("paid"), "sleep 4", 1);
        TrainingGround.awaitStatus(user, id, "SUCCEEDED");
        JsonObject cost = TrainingGround.awaitCharged(user, id);

        BigDecimal charged = number(cost, "charged");
        assertThat(charged)
                .isEqualByComparingTo(new BigDecimal("0.50").multiply(number(cost, "nodeSeconds")))
                .isGreaterThanOrEqualTo(new BigDecimal("2.00"));
        await().atMost(TrainingGround.PATIENCE)
                .untilAsserted(() ->
                        assertThat(ground.balance()).isEqualByComparingTo(new BigDecimal("100").subtract(charged)));
        for (String by : new String[] {"MONTH", "USER", "CENTER", "SPEC", "JOB"}) {
            JsonObject sum = sums(by).getJsonArray("items").getJsonObject(0);
            assertThat(number(sum, "amount")).as(by).isEqualByComparingTo(charged);
        }
        assertThat(sums("JOB").getJsonArray("items").getJsonObject(0).getString("key"))
                .isEqualTo(id);
        assertThat(sums("CENTER").getJsonArray("items").getJsonObject(0).getString("key"))
                .isEqualTo(ground.center());
        for (String path : new String[] {"/costs", "/costs/items"}) {
            ground.strangers("CONSUMER").get("platform/v1/jobs/" + id + path).expect(404);
        }
    }

    @Test
    void whoCannotPayTheFirstMinuteIsRefused() {
        ground.price("1");
        ground.deposit("59.99");

        Answer refused = user.post(
                "trainjob", ground.wanted(platform.freshName("poor"), "true", 1).build());

        assertThat(refused.expect(402).json().getString("errorMsg")).contains("0.01 CNY");
        assertThat(user.get("trainjob").expect(200).json().getInt("totalSize")).isZero();
        ground.deposit("0.01");
        user.post(
                        "trainjob",
                        ground.wanted(platform.freshName("poor"), "true", 1).build())
                .expect(200);
    }

    @Test
    void aBudgetStopsItsJob() {
        ground.price("0.50");
        ground.deposit("100");
        JsonObject wanted = ground.wanted(platform.freshName("bound"), "sleep 600", 1)
                .add("config", ground.config("sleep 600", 1).add("budget", new BigDecimal("12.00")))
                .build();
        String id = user.post("trainjob", wanted)
                .expect(200)
                .json()
                .getJsonObject("metadata")
                .getString("id");

        TrainingGround.awaitStatus(user, id, "STOPPED");

        JsonObject job = user.get("platform/v1/jobs/" + id).expect(200).json();
        assertThat(job.getString("reason")).isEqualTo("its budget of 12.00 CNY is used up");
        await().atMost(TrainingGround.PATIENCE)
                .until(() -> user.get("platform/v1/jobs/" + id)
                        .expect(200)
                        .json()
                        .getJsonArray("tasks")
                        .getJsonObject(0)
                        .getJsonArray("attempts")
                        .getJsonObject(0)
                        .containsKey("endedAt"));
        JsonObject cost = TrainingGround.awaitCharged(user, id);
        assertThat(number(cost, "budget")).isEqualByComparingTo("12.00");
        // This machine ends it within its grace, so the look ahead is enough.
        assertThat(number(cost, "charged")).isPositive().isLessThanOrEqualTo(new BigDecimal("12.00"));
    }

    @Test
    void onlyAdministratorsSayWhatASpecCosts() {
        String path = "platform/v1/specs/" + ground.spec() + "/prices";
        JsonObject price = Json.createObjectBuilder().add("unitPrice", 1).build();

        user.post(path, price).expect(403);
        ground.strangers("OPERATOR").post(path, price).expect(403);
        platform.asAdmin().post("platform/v1/specs/none/prices", price).expect(404);
        for (String wrong : new String[] {
            "{}",
            "{\"unitPrice\":-1}",
            "{\"unitPrice\":1,\"unit\":\"DAY\"}",
            "{\"unitPrice\":10001}",
            "{\"unitPrice\":\"1\"}",
            "{\"unitPrice\":0.00000000001}",
            "{\"unitPrice\":1,\"currency\":\"yuan\"}",
            "{\"unitPrice\":1,\"validFrom\":\"2020-01-01T00:00:00Z\"}"
        }) {
            platform.asAdmin().post(path, wrong).expect(400);
        }
        assertThat(user.get(path).expect(200).json().getJsonArray("items")).isEmpty();
    }

    private JsonObject sums(String by) {
        YearMonth now = YearMonth.now();
        return user.get("platform/v1/settlement/computing?from=" + now.minusMonths(1) + "&to=" + now.plusMonths(1)
                        + "&by=" + by)
                .expect(200)
                .json();
    }

    private static BigDecimal number(JsonObject of, String member) {
        return of.getJsonNumber(member).bigDecimalValue();
    }
}
