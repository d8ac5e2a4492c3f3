package org.computility.system.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.computility.system.Answer;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** F.5 to F.8. */
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServingIT {

    private Workshop workshop;

    @BeforeAll
    void open(Platform platform) {
        workshop = new Workshop(platform, 4);
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @Test
    void loadsListsShowsAndUnloadsAService() {
        String id = workshop.load(2);

        JsonObject found = search(Json.createObjectBuilder()
                .add("ComputilityCode", workshop.node().code())
                .add("Status", "RUNNING")
                .build());
        assertThat(found.getInt("TotalSize")).isEqualTo(1);
        assertThat(found.getJsonArray("Records").getJsonObject(0).getString("AlgoServiceID"))
                .isEqualTo(id);
        JsonObject byPackage = operator()
                .get("ACSMP/AlgoServices/Devices/" + workshop.node().code() + "/"
                        + workshop.algorithm().id())
                .data();
        assertThat(byPackage.getString("AlgoServiceID")).isEqualTo(id);
        assertThat(byPackage.getInt("Replicas")).isEqualTo(2);
        assertThat(byPackage).doesNotContainKey("XpuType");
        workshop.node().report(id, "RUNNING", "NVIDIA-A2");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> "NVIDIA-A2".equals(service(id).getString("XpuType", null)));
        Answer vetoed = operator()
                .delete("ACSMP/AlgoFilePackages/" + workshop.algorithm().id());
        assertThat(vetoed.status()).isEqualTo(409);

        operator()
                .post(
                        "ACSMP/AlgoServices/Devices/UnInstall",
                        Json.createObjectBuilder()
                                .add("AlgoFilePackageID", workshop.algorithm().id())
                                .add("ComputilityCode", workshop.node().code())
                                .build())
                .dataValue();
        assertThat(search(Json.createObjectBuilder()
                                .add("ComputilityCode", workshop.node().code())
                                .build())
                        .getInt("TotalSize"))
                .isZero();
    }

    @Test
    void takesWhatTheExamplesCallThePackagesCode() {
        String code = workshop.algorithm().id();
        JsonObject named = Json.createObjectBuilder()
                .add("AlgoFilePackageCode", code)
                .add("ComputilityCode", workshop.node().code())
                .build();

        operator().post("ACSMP/AlgoServices/Devices", named).dataValue();
        assertThat(search(named).getInt("TotalSize")).isEqualTo(1);
        assertThat(search(with(named, "AlgoFilePackageCode", "1" + code.substring(1, 34) + "999999"))
                        .getInt("TotalSize"))
                .isZero();
        operator().post("ACSMP/AlgoServices/Devices/UnInstall", named).expect(200);

        assertThat(search(named).getInt("TotalSize")).isZero();
        Refusals refusals = new Refusals(operator(), "POST", "ACSMP/AlgoServices/Devices/UnInstall");
        refusals.of(without(named, "AlgoFilePackageCode"), 400, 40001, "AlgoFilePackageID");
        refusals.of(with(named, "AlgoFilePackageCode", "12"), 400, 40004, "AlgoFilePackageCode");
    }

    @Test
    void refusesALoadThatMakesNoSenseAndNamesTheMember() {
        JsonObject good = workshop.loadRequest(1);
        Refusals refusals = new Refusals(operator(), "POST", "ACSMP/AlgoServices/Devices");
        refusals.of(without(good, "ComputilityCode"), 400, 40001, "ComputilityCode");
        refusals.of(without(good, "AlgoFilePackageID"), 400, 40001, "AlgoFilePackageID");
        refusals.of(with(good, "Replicas", "two"), 400, 40002, "Replicas");
        refusals.of(with(good, "ComputilityCode", "1".repeat(21)), 400, 0, "ComputilityCode");
        refusals.of(with(good, "LicenseFile", "http://example.org/" + "x".repeat(256)), 400, 40003, "LicenseFile");
        refusals.of(with(good, "ComputilityCode", "11010800005020999999"), 404, 0, "11010800005020999999");
        refusals.of(with(good, "AlgoFilePackageID", "1".repeat(20) + "20200101000000" + "000001"), 404, 0, "package");
        JsonObject env = Json.createObjectBuilder(good)
                .add(
                        "Env",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("Name", "NOT_THERE")
                                        .add("Value", "1")))
                .build();
        refusals.of(env, 400, 40040, "NOT_THERE");
        assertThat(search(Json.createObjectBuilder()
                                .add("ComputilityCode", workshop.node().code())
                                .build())
                        .getInt("TotalSize"))
                .isZero();
    }

    @Test
    void refusesToShowOrUnloadWhatIsNotThere() {
        Answer unknown =
                operator().get("ACSMP/AlgoServices/Devices/" + workshop.node().code() + "/nobody");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo(40440);
        new Refusals(operator(), "POST", "ACSMP/AlgoServices/Devices/UnInstall")
                .of(
                        Json.createObjectBuilder()
                                .add("AlgoFilePackageID", workshop.algorithm().id())
                                .add("ComputilityCode", workshop.node().code())
                                .add("AlgoServiceID", "nobody")
                                .build(),
                        404,
                        40440,
                        "nobody");
        new Refusals(operator(), "POST", "ACSMP/AlgoServices/Devices/Search")
                .of(
                        Json.createObjectBuilder()
                                .add("ComputilityCode", workshop.node().code())
                                .add("Status", "HAPPY")
                                .build(),
                        400,
                        40004,
                        "Status");
    }

    private Visitor operator() {
        return workshop.operator();
    }

    private JsonObject service(String id) {
        return operator()
                .get("ACSMP/AlgoServices/Devices/" + workshop.node().code() + "/" + id)
                .data();
    }

    private JsonObject search(JsonObject request) {
        return operator().post("ACSMP/AlgoServices/Devices/Search", request).data();
    }

    private static JsonObject without(JsonObject object, String member) {
        return Json.createObjectBuilder(object).remove(member).build();
    }

    private static JsonObject with(JsonObject object, String member, String value) {
        return Json.createObjectBuilder(object).add(member, value).build();
    }
}
