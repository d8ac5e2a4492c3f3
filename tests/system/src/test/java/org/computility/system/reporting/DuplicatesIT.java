package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A center that a region and a third party report: found, settled by people, counted once, and undone (TC609 5.1). */
@InTurn
@OnTheServer
class DuplicatesIT {

    private static final String PAIRS = "platform/v1/monitoring/duplicates";
    private static final String REPORTS = "platform/v1/monitoring/reports";
    private static final String CENTER = "api/computePowerCenter";
    private static final String RUNS = "platform/v1/batch/runs";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform;
    private final Visitor admin;
    private final Signer all;
    private final Platform.Account second;
    private final Reporter region;
    private final Reporter third;
    private final int regions;
    private final int thirds;

    DuplicatesIT(Platform platform) {
        this.platform = platform;
        admin = platform.asAdmin();
        all = new Signer(admin);
        second = platform.account(platform.freshOrganisation(), "ADMINISTRATOR");
        region = new Reporter(platform, platform.freshOrganisation(), "PLATFORM");
        third = new Reporter(platform);
        String name = region.freshName("移动云谷");
        regions = region.id(CENTER, center(region, "庆阳" + name + "智算中心一期", "621000"));
        thirds = third.id(CENTER, center(third, "甘肃省庆阳市中国" + name + "人工智能计算中心（Ⅰ期）", "621002"));
    }

    @AfterEach
    void leaveNoSecondAdministrator() {
        platform.disable(second);
    }

    @Test
    void itIsFoundMergedCountedOnceAndUndone() {
        report(region, regions, "2026-09", 10);
        report(third, thirds, "2026-09", 11);
        report(third, thirds, "2026-08", 7);
        JsonObject pair = pair("OPEN");
        assertThat(pair.getString("verdict")).isEqualTo("SAME");
        assertThat(pair.getJsonObject("first").getInt("centerId")).isEqualTo(regions);
        assertThat(pair.getJsonObject("evidence").getInt("metres")).isBetween(1, 200);
        assertThat(jobs("2026-09")).isEqualTo(21);
        long point = knownOn();
        String before = admin.get(REPORTS + "?centerId=" + thirds + "&knownOn=" + point)
                .expect(200)
                .text();

        bothSettleAtOnce(pair.getInt("id"));

        assertThat(jobs("2026-09")).isEqualTo(10);
        assertThat(jobs("2026-08")).isEqualTo(7);
        JsonObject told = rows("2026-08").findFirst().orElseThrow();
        assertThat(told.getInt("centerId")).isEqualTo(regions);
        assertThat(told.getInt("reportedAs")).isEqualTo(thirds);
        JsonObject staying = only(all.get(CENTER + "?id=" + thirds));
        assertThat(staying.getInt("id")).isEqualTo(regions);
        assertThat(staying.getJsonArray("mergedIds").getInt(0)).isEqualTo(thirds);
        assertThat(only(third.calls.get(CENTER)).getInt("mergedInto")).isEqualTo(regions);
        assertThat(admin.get(REPORTS + "/" + thirds + "/2026-09")
                        .expect(200)
                        .json()
                        .getInt("centerId"))
                .isEqualTo(regions);
        assertThat(admin.get(REPORTS + "/" + regions + "/2026-09/states").text())
                .contains("\"reportedAs\":" + thirds);
        assertThat(admin.get(REPORTS + "?centerId=" + thirds + "&knownOn=" + point)
                        .text())
                .isEqualTo(before);

        report(third, thirds, "2026-09", 12);
        assertThat(jobs("2026-09")).isEqualTo(10);
        long merged = knownOn();
        String meanwhile = admin.get(REPORTS + "?centerId=" + regions + "&knownOn=" + merged)
                .expect(200)
                .text();
        JsonObject undone = admin.delete(settlement(pair)).expect(200).json();
        assertThat(undone.getString("state")).isEqualTo("OPEN");
        assertThat(jobs("2026-09")).isEqualTo(22);
        assertThat(admin.get(REPORTS + "?centerId=" + regions + "&knownOn=" + merged)
                        .text())
                .isEqualTo(meanwhile);
        assertThat(admin.get(REPORTS + "?centerId=" + thirds + "&knownOn=" + point)
                        .text())
                .isEqualTo(before);
        assertThat(admin.delete(settlement(pair)).expect(409).failure()).isEqualTo("duplicate-open");
    }

    @Test
    void whatPeopleCallDifferentIsNotProposedAgainByARunOverAll() {
        JsonObject pair = pair("OPEN");
        admin.post(settlement(pair), decision("DIFFERENT").add("reason", "两处").build())
                .expect(200);
        assertThat(admin.post(
                                settlement(pair),
                                decision("MERGE").add("stays", regions).build())
                        .expect(409)
                        .failure())
                .isEqualTo("duplicate-settled");

        JsonObject begun = admin.post(
                        RUNS,
                        Json.createObjectBuilder()
                                .add("jobName", "find-duplicates")
                                .build())
                .expect(201)
                .json();
        JsonObject run = await().atMost(PATIENCE)
                .until(
                        () -> admin.get(RUNS + "/" + begun.getInt("id"))
                                .expect(200)
                                .json(),
                        now -> now.containsKey("endedAt"));
        assertThat(run.getString("status")).as("%s", run).isEqualTo("COMPLETED");
        assertThat(listed("OPEN")).isEmpty();
        assertThat(pair("DIFFERENT").getString("reason")).isEqualTo("两处");
    }

    @Test
    void whatIsWrongAndWhoMayNotIsRefused() {
        JsonObject pair = pair("OPEN");
        refused(Json.createObjectBuilder(), "member-missing", "decision");
        refused(decision("BOTH"), "member-invalid", "decision");
        refused(Json.createObjectBuilder().add("decision", 1), "member-type", "decision");
        refused(decision("MERGE"), "member-missing", "stays");
        refused(decision("MERGE").add("stays", "x"), "member-type", "stays");
        refused(decision("MERGE").add("stays", 2_147_483_647), "member-invalid", "stays");
        refused(decision("DIFFERENT").add("stays", regions), "member-invalid", "stays");
        refused(decision("DIFFERENT").add("reason", "长".repeat(501)), "member-too-long", "reason");
        assertThat(admin.post(settlement(pair), "{").expect(400).failure()).isEqualTo("body-not-json");
        assertThat(admin.get(PAIRS + "/x").expect(400).failure()).isEqualTo("member-type");
        assertThat(admin.get(PAIRS + "/2147483647").expect(404).failure()).isEqualTo("duplicate-unknown");
        assertThat(admin.post(
                                PAIRS + "/2147483647/settlement",
                                decision("DIFFERENT").build())
                        .expect(404)
                        .failure())
                .isEqualTo("duplicate-unknown");
        assertThat(admin.delete(settlement(pair)).expect(409).failure()).isEqualTo("duplicate-open");
        for (String query : List.of("state=X", "verdict=X", "centerId=x", "page=0", "pageSize=0")) {
            admin.get(PAIRS + "?" + query).expect(400);
        }
        platform.anonymous().get(PAIRS).expect(401);
        for (Reporter other : List.of(region, third)) {
            Visitor visitor = platform.as(other.token);
            visitor.get(PAIRS).expect(403);
            visitor.get(PAIRS + "/" + pair.getInt("id")).expect(403);
            visitor.post(settlement(pair), decision("DIFFERENT").build()).expect(403);
            visitor.delete(settlement(pair)).expect(403);
        }
        assertThat(pair("OPEN")).isEqualTo(pair);
    }

    /** Two administrators settle at the same time: one of them is told that it is decided. */
    private void bothSettleAtOnce(int pair) {
        Visitor other = platform.as(platform.login(second.username(), second.password()));
        String path = PAIRS + "/" + pair + "/settlement";
        CompletableFuture<Answer> one = CompletableFuture.supplyAsync(
                () -> admin.post(path, decision("MERGE").add("stays", regions).build()));
        CompletableFuture<Answer> two = CompletableFuture.supplyAsync(
                () -> other.post(path, decision("MERGE").add("stays", regions).build()));
        assertThat(Stream.of(one, two).map(CompletableFuture::join).map(Answer::status))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(pair("MERGED").getInt("stays")).isEqualTo(regions);
    }

    private void refused(JsonObjectBuilder decision, String code, String member) {
        Answer answer = admin.post(settlement(pair("OPEN")), decision.build()).expect(400);
        assertThat(answer.failure()).isEqualTo(code);
        assertThat(answer.json().getString("member")).isEqualTo(member);
    }

    private static JsonObjectBuilder decision(String what) {
        return Json.createObjectBuilder().add("decision", what);
    }

    private static String settlement(JsonObject pair) {
        return PAIRS + "/" + pair.getInt("id") + "/settlement";
    }

    /** The two centers in that state. */
    private JsonObject pair(String state) {
        return listed(state).findFirst().orElseThrow();
    }

    /** Other tests' centers may be as alike. */
    private Stream<JsonObject> listed(String state) {
        return admin
                .get(PAIRS + "?state=" + state + "&centerId=" + thirds)
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(pair -> pair.getJsonObject("first").getInt("centerId") == regions);
    }

    /** What A.9 tells whoever sees all of this month: jobs of the two, added up. */
    private int jobs(String month) {
        return rows(month)
                .mapToInt(row -> row.getJsonObject("application").getInt("jobCount"))
                .sum();
    }

    private Stream<JsonObject> rows(String month) {
        return all
                .get("api/queryMonthReport?reportMonth=" + month)
                .data()
                .getJsonArray("datalist")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(row -> row.getInt("centerId") == regions || row.getInt("centerId") == thirds);
    }

    private long knownOn() {
        return admin.get(REPORTS + "?centerId=" + regions)
                .expect(200)
                .json()
                .getJsonNumber("knownOn")
                .longValue();
    }

    private static void report(Reporter reporter, int center, String month, int jobs) {
        reporter.calls
                .post(
                        "api/monthReport",
                        Reporter.object("{\"centerId\":" + center + ",\"reportMonth\":\"" + month
                                + "\",\"supply\":{},\"application\":{\"jobCount\":" + jobs
                                + "},\"power\":{},\"security\":{}}"))
                .expect(200);
    }

    /** Where no other test has a center. */
    private static JsonObject center(Reporter reporter, String name, String city) {
        BigDecimal latitude = new BigDecimal(city.endsWith("2") ? "36.2505" : "36.25");
        return Json.createObjectBuilder(reporter.centerNamed(name, ""))
                .add("city", city)
                .add("latitude", latitude)
                .build();
    }

    private static JsonObject only(Answer answer) {
        assertThat(answer.data().getInt("total")).isEqualTo(1);
        return answer.data().getJsonArray("datalist").getJsonObject(0);
    }
}
