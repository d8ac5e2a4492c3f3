package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.system.reporting.ProjectsAndCentersIT.refused;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** TC609 A.8 and A.9, from a project to a report that was returned, mended, doubted, reviewed, and asked for as it was known. */
@OnTheServer
class MonthReportsIT {

    private static final String REPORT = "api/monthReport";
    private static final String QUERY = "api/queryMonthReport";
    private static final String OWN = "platform/v1/monitoring/reports";

    private final Platform platform;
    private final Reporter reporter;
    private final Visitor admin;
    private final String centerName;
    private final int center;

    MonthReportsIT(Platform platform) {
        this.platform = platform;
        admin = platform.asAdmin();
        reporter = new Reporter(platform);
        centerName = reporter.freshName("庆阳中心");
        center = reporter.center(centerName, "" + reporter.project(reporter.freshName("一期")));
    }

    @Test
    void aReportIsReturnedMendedReviewedAndKnownAsItWas() {
        JsonObject wrong = submitted(report("2025-10", "1.25", "1001"));
        assertThat(wrong.getString("status")).isEqualTo("RETURNED");
        assertThat(wrong.getJsonArray("reasons").getString(0)).startsWith("green-at-most-total: ");
        JsonObject mended = submitted(report("2025-10", "1.25", "900"));
        assertThat(mended.getString("status")).isEqualTo("ACCEPTED");
        assertThat(submitted(report("2025-10", "1.250", "900"))).isEqualTo(mended);
        JsonObject doubted = submitted(report("2025-11", "2.5", "900"));
        assertThat(doubted.getString("status")).isEqualTo("SUBMITTED");

        JsonObject data = reporter.calls.get(QUERY + "?centerId=" + center).data();
        assertThat(data.getInt("total")).isEqualTo(2);
        JsonObject october = data.getJsonArray("datalist").getJsonObject(0);
        assertThat(october.getString("centerName")).isEqualTo(centerName);
        assertThat(october.getString("reportMonth")).isEqualTo("2025-10");
        assertThat(october.getJsonObject("power").getInt("greenElectricityConsume"))
                .isEqualTo(900);
        assertThat(october.getJsonObject("supply").getString("机柜品牌")).isEqualTo("国产");
        assertThat(october.getString("天气")).isEqualTo("晴");
        assertThat(data.getJsonNumber("knownOn").longValue()).isGreaterThanOrEqualTo(doubted.getInt("knownOn"));

        JsonObject accepted = reviewed("2025-11", "ACCEPTED", doubted.getInt("knownOn"));
        assertThat(accepted.getString("doneBy")).isEqualTo("admin");
        assertThat(only("2025-11").getString("status")).isEqualTo("ACCEPTED");
        // As it was known before the review, and before it was mended.
        String then = OWN + "?centerId=" + center + "&knownOn=";
        assertThat(state(then + doubted.getInt("knownOn"), "2025-11").getString("status"))
                .isEqualTo("SUBMITTED");
        String before = then + wrong.getInt("knownOn");
        assertThat(state(before, "2025-10").getString("status")).isEqualTo("RETURNED");
        assertThat(body(before)).isEqualTo(body(before));

        List<JsonObject> deeds = compared(wrong, mended).getJsonArray("deeds").getValuesAs(JsonObject.class);
        assertThat(deeds).singleElement().satisfies(deed -> {
            assertThat(deed.getString("doneBy")).isEqualTo(reporter.account.username());
            assertThat(deed.getString("deed")).isEqualTo("SUBMISSION");
        });
        assertThat(compared(wrong, mended).getJsonArray("changes"))
                .containsExactly(
                        Reporter.object("{\"path\":\"power.greenElectricityConsume\",\"before\":1001,\"after\":900}"));
    }

    @Test
    void whatIsMissingOrForeignIsRefused() {
        JsonObject valid = report("2025-10", "1.25", "900");
        for (String group : List.of("supply", "application", "power", "security")) {
            JsonObject without = Json.createObjectBuilder(valid).remove(group).build();
            refused(reporter.calls.post(REPORT, without), 400, 10005, group);
        }
        JsonObject nameless = Json.createObjectBuilder(valid).remove("centerId").build();
        refused(reporter.calls.post(REPORT, nameless), 400, 10005, "centerId");
        refused(
                reporter.calls.post(
                        REPORT, Reporter.with(valid, "reportMonth", "2025-13").build()),
                400,
                99999,
                "reportMonth");
        refused(
                reporter.calls.post(
                        REPORT, Reporter.with(valid, "reportMonth", "2099-01").build()),
                400,
                99999,
                "reportMonth");
        refused(
                reporter.calls.post(
                        REPORT, Reporter.with(valid, "centerName", "x").build()),
                400,
                99999,
                "centerName");
        reporter.calls
                .post(
                        REPORT,
                        Json.createObjectBuilder(nameless)
                                .add("centerName", centerName)
                                .build())
                .expect(200);
        Reporter stranger = new Reporter(platform);
        refused(stranger.calls.post(REPORT, valid), 404, 99999, "centerId");
        assertThat(stranger.calls.get(QUERY).data().getInt("total")).isZero();
        assertThat(platform.as(stranger.token)
                        .get(OWN + "/" + center + "/2025-10")
                        .failure())
                .isEqualTo("reported-center-unknown");
        assertThat(platform.as(reporter.token)
                        .get(OWN + "/" + center + "/2024-10")
                        .failure())
                .isEqualTo("report-unknown");
        assertThat(platform.as(reporter.token).get(OWN + "/x/2024-10").failure())
                .isEqualTo("member-type");
        assertThat(platform.as(reporter.token).get(OWN + "?knownOn=9000000000").failure())
                .isEqualTo("member-invalid");
    }

    @Test
    void flatMembersStandForTheirGroups() {
        JsonObject flat =
                Reporter.object("{\"centerId\":" + center + ",\"reportMonth\":\"2025-09\",\"standardRacks\":3000,"
                        + "\"jobCount\":7,\"pue\":1.3,\"localizationRate\":96}");

        assertThat(submitted(flat).getString("status")).isEqualTo("ACCEPTED");
        JsonObject row = only("2025-09");
        assertThat(row.getJsonObject("supply").getInt("standardRacks")).isEqualTo(3000);
        assertThat(row.getJsonObject("security").getInt("localizationRate")).isEqualTo(96);
        assertThat(row.containsKey("pue")).isFalse();
    }

    @Test
    void aReviewIsOfWhatWasSeenAndARuleIsData() {
        JsonObject accepted = submitted(report("2025-10", "1.25", "900"));
        assertThat(review("2025-10", "ACCEPTED", accepted.getInt("knownOn")).failure())
                .isEqualTo("report-decided");
        assertThat(review("2025-10", "RETURNED", accepted.getInt("knownOn") - 1).failure())
                .isEqualTo("report-changed");
        assertThat(platform.as(reporter.token)
                        .post(OWN + "/" + center + "/2025-10/review", decision("RETURNED", accepted.getInt("knownOn")))
                        .status())
                .isEqualTo(403);
        assertThat(reviewed("2025-10", "RETURNED", accepted.getInt("knownOn")).getJsonArray("reasons"))
                .extracting(reason -> ((JsonString) reason).getString())
                .containsExactly("见电表");

        String rules = "platform/v1/monitoring/rules";
        assertThat(platform.as(reporter.token).get(rules).expect(200).text()).contains("\"pue-jump\"");
        assertThat(admin.patch(
                                rules + "/none",
                                Json.createObjectBuilder().add("enabled", false).build())
                        .failure())
                .isEqualTo("plausibility-rule-unknown");
        JsonObject bound = Json.createObjectBuilder().add("bound", 3).build();
        assertThat(admin.patch(rules + "/storage-jump", bound)
                        .expect(200)
                        .json()
                        .getInt("bound"))
                .isEqualTo(3);
    }

    private JsonObject report(String month, String pue, String green) {
        return Reporter.object("{\"centerId\":" + center + ",\"reportMonth\":\"" + month + "\",\"天气\":\"晴\","
                + "\"supply\":{\"standardRacks\":3000,\"rackUtilization\":82.5,\"机柜品牌\":\"国产\"},"
                + "\"application\":{\"jobCount\":51234},\"power\":{\"pue\":" + pue
                + ",\"electricityConsume\":1000,\"greenElectricityConsume\":" + green
                + "},\"security\":{\"protectionLevel\":3,\"securityServices\":[\"等保三级\"]}}");
    }

    private JsonObject submitted(JsonObject report) {
        return reporter.calls.post(REPORT, report).data();
    }

    private JsonObject only(String month) {
        JsonObject data = reporter.calls
                .get(QUERY + "?centerId=" + center + "&reportMonth=" + month)
                .data();
        assertThat(data.getInt("total")).isEqualTo(1);
        return data.getJsonArray("datalist").getJsonObject(0);
    }

    private JsonObject state(String list, String month) {
        return platform
                .as(reporter.token)
                .get(list)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(item -> item.getString("reportMonth").equals(month))
                .findFirst()
                .orElseThrow();
    }

    private String body(String list) {
        return platform.as(reporter.token).get(list).expect(200).text();
    }

    private JsonObject compared(JsonObject from, JsonObject to) {
        return platform.as(reporter.token)
                .get(OWN + "/" + center + "/2025-10/comparison?from=" + from.getInt("knownOn") + "&to="
                        + to.getInt("knownOn"))
                .expect(200)
                .json();
    }

    private JsonObject reviewed(String month, String decision, int knownOn) {
        return review(month, decision, knownOn).expect(200).json();
    }

    private Answer review(String month, String decision, int knownOn) {
        return admin.post(OWN + "/" + center + "/" + month + "/review", decision(decision, knownOn));
    }

    private static JsonObject decision(String decision, int knownOn) {
        return Json.createObjectBuilder()
                .add("decision", decision)
                .add("reasons", Json.createArrayBuilder().add("见电表"))
                .add("knownOn", knownOn)
                .build();
    }
}
