package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accepted month reports go to the platform above, in their order, each once, through refusals and outages (TC609 clause 5.3.1). */
@InTurn
@OnTheServer
class UpwardReportsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String UPPER = "platform/v1/federation/upper";
    private static final String RUNS = "platform/v1/batch/runs";

    private final Platform platform;
    private final ServerUnderTest server;
    private final Visitor admin;
    private final Reporter reporter;
    private final String name;
    private final int center;

    UpwardReportsIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        this.server = server;
        admin = platform.asAdmin();
        reporter = new Reporter(platform);
        name = reporter.freshName("中卫中心");
        center = reporter.center(name, "");
    }

    @AfterEach
    void reportNowhere() {
        admin.delete(UPPER);
    }

    @Test
    void eachAcceptedStateIsToldOnceThroughRefusalsAndOutages() {
        try (FakeUpper upper = new FakeUpper()) {
            reportTo(upper.url(), "gansu", FakeUpper.PASSWORD).expect(200);
            assertThat(admin.get(UPPER).expect(200).text())
                    .contains(upper.url())
                    .doesNotContain(FakeUpper.PASSWORD);
            report("2025-07", "1.2");
            report("2025-08", "1.2");
            report("2025-09", "1.2");
            report("2025-10", "0.9");
            upper.refuses(name, "2025-07");
            upper.isAwayFor(name, "2025-09");

            // One report over which the platform above breaks holds nothing up.
            assertThat(push("COMPLETED").toString()).contains("1 put aside");
            assertThat(upper.taken(name)).containsExactly(name + " 2025-08");
            assertThat(reason("REFUSED")).isEqualTo("99999 不可用");
            assertThat(reason("ASIDE")).contains("503");

            server.kill();
            server.start();
            upper.doesAsItShould();
            push("COMPLETED");
            push("COMPLETED");

            // What the rules here returned is told to nobody.
            assertThat(upper.taken(name)).containsExactly(name + " 2025-08", name + " 2025-07", name + " 2025-09");
            assertThat(told("REFUSED").getInt("total")).isZero();
            assertThat(told("ACCEPTED").getInt("total")).isEqualTo(3);
            assertThat(upper.changes(name))
                    .singleElement()
                    .satisfies(made -> assertThat(made.getString("province")).isEqualTo("620000"));

            JsonObject moved = Json.createObjectBuilder(reporter.centerNamed(name, ""))
                    .remove("province")
                    .remove("city")
                    .add("description", "二期")
                    .build();
            reporter.calls.put("api/computePowerCenter", moved).expect(200);
            report("2025-09", "1.3");
            push("COMPLETED");
            assertThat(upper.changes(name)).hasSize(2);
            assertThat(upper.changes(name).get(1).getString("description")).isEqualTo("二期");
            assertThat(upper.taken(name)).hasSize(4).endsWith(name + " 2025-09");

            assertThat(compare().getBoolean("equal")).isTrue();
            upper.loses(name, "2025-08");
            JsonObject different = compare();
            assertThat(different.getBoolean("equal")).isFalse();
            assertThat(different.getJsonArray("items").getValuesAs(JsonObject.class))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.getString("kind")).isEqualTo("MISSING_ABOVE");
                        assertThat(found.getInt("centerId")).isEqualTo(center);
                        assertThat(found.getString("reportMonth")).isEqualTo("2025-08");
                        assertThat(found.getBoolean("sentAgain")).isTrue();
                    });
            push("COMPLETED");
            assertThat(upper.taken(name)).hasSize(5).endsWith(name + " 2025-08");
            assertThat(compare().getBoolean("equal")).isTrue();
            assertThat(upper.wrong()).isEmpty();
        }
    }

    /** The center was created above, the answer was lost, and by the next run the center is another one. */
    @Test
    void aCreationWhoseAnswerWasLostIsFoundAgain() {
        try (FakeUpper upper = new FakeUpper()) {
            reportTo(upper.url(), "gansu", FakeUpper.PASSWORD).expect(200);
            push("COMPLETED");
            report("2025-10", "1.2");
            upper.losesAnswersOf(name);
            assertThat(push("FAILED").toString()).contains("503");
            assertThat(reason("ASIDE")).contains("503");
            int asked = upper.changes(name).size();

            reporter.calls
                    .put(
                            "api/computePowerCenter",
                            Json.createObjectBuilder(reporter.centerNamed(name + "二期", ""))
                                    .remove("province")
                                    .remove("city")
                                    .add("id", center)
                                    .build())
                    .expect(200);
            upper.doesAsItShould();
            push("COMPLETED");
            // Changed, not created once more.
            assertThat(upper.changes(name)).hasSize(asked);
            assertThat(upper.changes(name + "二期"))
                    .singleElement()
                    .satisfies(change -> assertThat(change).containsKey("id"));
            assertThat(upper.taken(name)).containsExactly(name + " 2025-10");
            assertThat(upper.wrong()).isEmpty();
        }
    }

    /** The platform as its own upper one: what it sends is what its own operations take. */
    @Test
    void anotherOfItsKindUnderstandsIt() {
        Platform.Account account = platform.account(platform.freshOrganisation(), "PLATFORM");
        report("2025-10", "1.2");
        reportTo(platform.baseUri().toString(), account.username(), account.password())
                .expect(200);
        push("COMPLETED");

        JsonObject there = new Signer(platform.as(platform.login(account.username(), account.password())))
                .get("api/queryMonthReport")
                .data();
        JsonObject report = there.getJsonArray("datalist").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("centerName").equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(report.getJsonObject("power").getJsonNumber("pue").toString())
                .isEqualTo("1.2");
        assertThat(report.getString("机房")).isEqualTo("三号");
        JsonObject told = told(null).getJsonArray("items").getJsonObject(0);
        assertThat(told.getString("outcome")).isEqualTo("ACCEPTED");
        assertThat(told.getJsonNumber("upperKnownOn")).isEqualTo(report.getJsonNumber("knownOn"));
        assertThat(compare().getBoolean("equal")).isTrue();
        assertThat(compare().getInt("reports")).isPositive();
    }

    @Test
    void whoMayNotAndWhereNotIsRefused() {
        assertThat(admin.get(UPPER).failure()).isEqualTo("upper-platform-unknown");
        assertThat(admin.get("platform/v1/federation/comparison").failure()).isEqualTo("books-not-compared");
        assertThat(reportTo("http://169.254.1.1", "x", "y").failure()).isEqualTo("url-refused");
        assertThat(reportTo("http://127.0.0.1:1/?x=1", "x", "y").failure()).isEqualTo("member-invalid");
        assertThat(admin.put(
                                UPPER,
                                Json.createObjectBuilder()
                                        .add("url", "http://127.0.0.1:1")
                                        .build())
                        .failure())
                .isEqualTo("member-missing");
        for (String role : List.of("OPERATOR", "PROVIDER", "PLATFORM")) {
            Platform.Account account = platform.account(platform.freshOrganisation(), role);
            Visitor other = platform.as(platform.login(account.username(), account.password()));
            assertThat(other.get(UPPER).status()).isEqualTo(403);
            assertThat(other.put(UPPER, upper("http://127.0.0.1:1", "x", "y")).status())
                    .isEqualTo(403);
            assertThat(other.get("platform/v1/federation/reports").status()).isEqualTo(403);
            assertThat(other.get("platform/v1/federation/comparison").status()).isEqualTo(403);
            assertThat(other.get("platform/v1/federation/books")
                            .expect(200)
                            .json()
                            .getJsonArray("items"))
                    .isEmpty();
        }
        // Nobody listens there; and it knows us not.
        report("2025-10", "1.2");
        reportTo("http://127.0.0.1:1", "x", "y").expect(200);
        assertThat(push("FAILED").toString()).contains("does not answer");
        try (FakeUpper upper = new FakeUpper()) {
            reportTo(upper.url(), "gansu", "wrong").expect(200);
            assertThat(push("FAILED").toString()).contains("10001");
        }
    }

    private Answer reportTo(String url, String username, String password) {
        return admin.put(UPPER, upper(url, username, password));
    }

    private static JsonObject upper(String url, String username, String password) {
        return Json.createObjectBuilder()
                .add("url", url)
                .add("username", username)
                .add("password", password)
                .build();
    }

    private void report(String month, String pue) {
        reporter.calls
                .post(
                        "api/monthReport",
                        Reporter.object("{\"centerId\":" + center + ",\"reportMonth\":\"" + month
                                + "\",\"supply\":{},\"application\":{},\"power\":{\"pue\":" + pue
                                + "},\"security\":{},\"机房\":\"三号\"}"))
                .expect(200);
    }

    private JsonObject told(String outcome) {
        return admin.get("platform/v1/federation/reports?centerId=" + center
                        + (outcome == null ? "" : "&outcome=" + outcome))
                .expect(200)
                .json();
    }

    private String reason(String outcome) {
        return told(outcome)
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("reasons")
                .getString(0);
    }

    private JsonObject compare() {
        run("compare-books", "COMPLETED");
        return admin.get("platform/v1/federation/comparison").expect(200).json();
    }

    private JsonObject push(String status) {
        return run("push-reports", status);
    }

    /** The run, which has to end so. */
    private JsonObject run(String job, String status) {
        JsonObject begun = admin.post(
                        RUNS, Json.createObjectBuilder().add("jobName", job).build())
                .expect(201)
                .json();
        JsonObject run = await().atMost(PATIENCE)
                .until(
                        () -> admin.get(RUNS + "/" + begun.getInt("id"))
                                .expect(200)
                                .json(),
                        now -> now.containsKey("endedAt"));
        assertThat(run.getString("status")).as("%s", run).isEqualTo(status);
        return run;
    }
}
