package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.junit.jupiter.api.Test;

/** TC609 A.1 to A.7. */
@OnTheServer
class ProjectsAndCentersIT {

    private static final String PROJECT = "api/project";
    private static final String CENTER = "api/computePowerCenter";

    private final Platform platform;
    private final Reporter reporter;

    ProjectsAndCentersIT(Platform platform) {
        this.platform = platform;
        reporter = new Reporter(platform);
    }

    @Test
    void aTokenStandsBesideTheCode() {
        JsonObject answer = platform.anonymous()
                .post("api/token", credentials(reporter.account.password()))
                .expect(200)
                .json();
        assertThat(answer.keySet()).containsExactly("code", "msg", "token", "expiresIn");
        assertThat(answer.getInt("code")).isEqualTo(200);
        assertThat(answer.getInt("expiresIn")).isBetween(60, 10_000_000);

        refused(platform.anonymous().post("api/token", credentials("another password")), 401, 10001, "password");
        refused(platform.anonymous().post("api/token", "{\"username\":\"x\"}"), 400, 10005, "password");
        refused(platform.anonymous().post("api/token", "{\"username\":\"x\",\"password\":7}"), 400, 10004, "password");
    }

    @Test
    void aProjectIsCreatedChangedAndQueried() {
        String name = reporter.freshName("庆阳一期");
        JsonObject wanted = reporter.project(
                name,
                "{\"projectStatus\":2,\"totalInvestment\":42000.50,\"startDate\":\"2025/03/01\",\"承建\":[\"某局\"]}");
        int id = reporter.id(PROJECT, wanted);
        assertThat(reporter.id(PROJECT, wanted)).isEqualTo(id);

        JsonObject project = only(reporter.calls.get(PROJECT + "?projectName=" + encoded(name)));
        assertThat(project.getInt("id")).isEqualTo(id);
        assertThat(project.getString("province")).isEqualTo("620000");
        JsonObject investment = project.getJsonObject("investment");
        assertThat(investment.getJsonNumber("totalInvestment").bigDecimalValue())
                .isEqualByComparingTo("42000.5");
        assertThat(investment.getString("startDate")).isEqualTo("2025/03/01");
        assertThat(investment.getJsonArray("承建").getString(0)).isEqualTo("某局");

        JsonObject flat = Json.createObjectBuilder()
                .add("id", id)
                .add("projectStatus", 3)
                .add("hubId", "")
                .add("备注", "flat")
                .build();
        Answer changed = reporter.calls.put(PROJECT, flat).expect(200);
        assertThat(changed.json().keySet()).containsExactlyInAnyOrder("code", "msg");
        project = only(reporter.calls.get(PROJECT + "?id=" + id));
        assertThat(project.getJsonObject("investment").keySet()).containsExactly("projectStatus");
        assertThat(project.getString("备注")).isEqualTo("flat");
        assertThat(project.getString("clusterId")).isEqualTo("9");
        assertThat(project.containsKey("hubId")).isFalse();
    }

    @Test
    void aCenterOfTwoProjectsIsCreatedChangedAndQueried() {
        int first = reporter.project(reporter.freshName("一期"));
        int second = reporter.project(reporter.freshName("二期"));
        String name = reporter.freshName("庆阳中心");
        JsonObject wanted = reporter.centerNamed(name, first + ";" + second);
        int id = reporter.id(CENTER, wanted);
        assertThat(reporter.id(CENTER, wanted)).isEqualTo(id);

        JsonObject center = only(reporter.calls.get(CENTER + "?name=" + encoded(name)));
        wanted.forEach(
                (member, value) -> assertThat(center.get(member)).as(member).isEqualTo(value));
        assertThat(center.getInt("id")).isEqualTo(id);

        JsonObject change = Reporter.object("{\"name\":\"" + name
                + "\",\"projectId\":\"\",\"longitude\":107.5,\"latitude\":35,\"type\":6,\"productionDate\":\"\"}");
        reporter.calls.put(CENTER, change).expect(200);
        JsonObject changed = only(reporter.calls.get(CENTER + "?id=" + id));
        assertThat(changed.getString("projectId")).isEmpty();
        assertThat(changed.getInt("type")).isEqualTo(6);
        assertThat(changed.containsKey("productionDate")).isFalse();
        assertThat(changed.getString("description")).isEqualTo("一期");
    }

    @Test
    void whatTheRulesForbidIsRefusedAndNamesTheMember() {
        String name = reporter.freshName("庆阳中心");
        JsonObject wanted = reporter.centerNamed(name, "");
        refusedWith(wanted, "city", "110100");
        refusedWith(wanted, "province", "990000");
        refusedWith(wanted, "clusterId", "11");
        refusedWith(wanted, "hubId", "9");
        refusedWith(wanted, "projectId", "1,2");
        refusedWith(wanted, "projectId", "2147483647");
        refusedWith(wanted, "productionDate", "2025/02/30");
        JsonObject precise = Json.createObjectBuilder(wanted)
                .add("longitude", Json.createValue(new java.math.BigDecimal("107.6436311")))
                .build();
        refused(reporter.calls.post(CENTER, precise), 400, 99999, "longitude");
        reporter.center(name, "");
        refused(
                reporter.calls.post(
                        CENTER, Reporter.with(wanted, "city", "620100").build()),
                409,
                99999,
                "name");
        JsonObject noGroup = Json.createObjectBuilder(reporter.project(name, "{}"))
                .remove("investment")
                .build();
        refused(reporter.calls.post(PROJECT, noGroup), 400, 10005, "investment");
        refused(reporter.calls.put(PROJECT, Reporter.object("{\"investment\":{}}")), 400, 10005, "id");
        refused(
                reporter.calls.put(PROJECT, Reporter.object("{\"id\":2147483647,\"pue\":1,\"investment\":{}}")),
                404,
                99999,
                "id");
    }

    @Test
    void strangersSeeNothing() {
        int project = reporter.project(reporter.freshName("一期"));
        int center = reporter.center(reporter.freshName("中心"), "" + project);
        Reporter stranger = new Reporter(platform);

        assertThat(list(stranger.calls.get(PROJECT + "?id=" + project))).isEmpty();
        assertThat(list(stranger.calls.get(CENTER))).isEmpty();
        refused(stranger.calls.post(CENTER, stranger.centerNamed("x", "" + project)), 400, 99999, "projectId");
        JsonObject change =
                Reporter.object("{\"id\":" + center + ",\"projectId\":\"\",\"longitude\":1,\"latitude\":1,\"type\":1}");
        refused(stranger.calls.put(CENTER, change), 404, 99999, "id");
        assertThat(list(new Signer(platform.asAdmin()).get(CENTER + "?id=" + center)))
                .hasSize(1);
    }

    @Test
    void codesOfPlacesAreListed() {
        JsonArray places;
        try (var reader = Json.createReader(new java.io.StringReader(platform.as(reporter.token)
                .get("platform/v1/monitoring/places")
                .expect(200)
                .text()))) {
            places = reader.readArray();
        }
        assertThat(places)
                .hasSize(52)
                .contains(Reporter.object("{\"code\":\"17\",\"kind\":\"HUB\",\"name\":\"甘肃枢纽\"}"));
    }

    private void refusedWith(JsonObject center, String member, String value) {
        refused(reporter.calls.post(CENTER, Reporter.with(center, member, value).build()), 400, 99999, member);
    }

    private JsonObject credentials(String password) {
        return Json.createObjectBuilder()
                .add("username", reporter.account.username())
                .add("password", password)
                .build();
    }

    private static JsonObject only(Answer answer) {
        JsonArray list = list(answer);
        assertThat(list).hasSize(1);
        return list.getJsonObject(0);
    }

    private static JsonArray list(Answer answer) {
        JsonObject data = answer.data();
        assertThat(data.getInt("total")).isEqualTo(data.getJsonArray("datalist").size());
        return data.getJsonArray("datalist");
    }

    static void refused(Answer answer, int status, int code, String word) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.message()).contains(word);
        assertThat(answer.json().keySet()).containsExactlyInAnyOrder("code", "msg");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
