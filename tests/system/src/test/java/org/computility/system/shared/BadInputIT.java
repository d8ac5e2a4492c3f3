package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Locale;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.Multipart;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.SamplePackage;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bad bodies and unknown names for the operations whose own classes do not try them all; in a body, {@code NODE} and
 * {@code PACKAGE} stand for what there is.
 */
@InTurn
@OnTheServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String ELSEWHERE = "11010800005020999999";
    private static final String NO_PACKAGE = "1101080000508000000120200101000000999999";

    private Platform platform;
    private Workshop workshop;

    @BeforeAll
    void open(Platform given) {
        platform = given;
        workshop = new Workshop(platform, 4);
        workshop.load(1);
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "UnRegister, '{\"Username\":\"a\",\"Password\":\"b\"}', 40001, Code",
        "UnRegister, '{\"Code\":\"NODE\",\"Password\":\"b\"}', 40001, Username",
        "UnRegister, '{\"Code\":\"NODE\",\"Username\":\"a\"}', 40001, Password",
        "UnRegister, '{\"Code\":7,\"Username\":\"a\",\"Password\":\"b\"}', 40002, Code",
        "UnRegister, '{\"Code\":\"NODE\",\"Username\":7,\"Password\":\"b\"}', 40002, Username",
        "UnRegister, '{\"Code\":\"NODE\",\"Username\":\"a\",\"Password\":[]}', 40002, Password",
        "UnRegister, '{\"Code\":\"NODE1\",\"Username\":\"a\",\"Password\":\"b\"}', 40003, Code",
        "UnRegister, '{\"Code\":\"abc\",\"Username\":\"a\",\"Password\":\"b\"}', 40004, Code",
        "UnRegister, '[]', 40002, body",
        "UnRegister, '{', 40000, JSON",
        "Keepalive, '{}', 40001, Code",
        "Keepalive, '{\"Code\":7}', 40002, Code",
        "Keepalive, '{\"Code\":\"NODE1\"}', 40003, Code",
        "Keepalive, '{\"Code\":\"abc\"}', 40004, Code",
        "Keepalive, '{', 40000, JSON",
        "AlgoFilePackages/Search, '{\"AlgoFilePackageName\":7}', 40002, AlgoFilePackageName",
        "AlgoFilePackages/Search, '{\"AlgoFilePackageType\":\"zip\"}', 40004, AlgoFilePackageType",
        "AlgoFilePackages/Search, '{\"AlgoFilePackageIDs\":\"one\"}', 40002, AlgoFilePackageIDs",
        "AlgoFilePackages/Search, '{\"AlgoFilePackageIDs\":[1]}', 40002, AlgoFilePackageIDs[0]",
        "AlgoFilePackages/Search, '{\"AlgoFilePackageIDs\":[\"PACKAGE1\"]}', 40003, AlgoFilePackageIDs[0]",
        "AlgoFilePackages/Search, '{\"AlgoFilePackageVersion\":1.0}', 40002, AlgoFilePackageVersion",
        "AlgoFilePackages/Search, '{\"Provider\":{}}', 40002, Provider",
        "AlgoFilePackages/Search, '{\"CreateTimeFrom\":\"today\"}', 40004, CreateTimeFrom",
        "AlgoFilePackages/Search, '{\"CreateTimeTo\":7}', 40002, CreateTimeTo",
        "AlgoFilePackages/Search, '{\"CreateTimeTo\":\"2026-02-30 00:00:00\"}', 40004, CreateTimeTo",
        "AlgoFilePackages/Search, '{', 40000, JSON",
        "AlgoDef/Search, '{\"Name\":7}', 40002, Name",
        "AlgoDef/Search, '{\"AlgoDefCodes\":\"one\"}', 40002, AlgoDefCodes",
        "AlgoDef/Search, '{\"AlgoDefCodes\":[1]}', 40002, AlgoDefCodes[0]",
        "AlgoDef/Search, '{\"AlgoDataType\":\"SMELL\"}', 40004, AlgoDataType",
        "AlgoDef/Search, '{\"SourceType\":\"THIN_AIR\"}', 40004, SourceType",
        "AlgoDef/Search, '{\"EngineCodeList\":[1]}', 40002, EngineCodeList[0]",
        "AlgoDef/Search, '{\"TaskType\":\"AUDIO\"}', 40004, TaskType",
        "AlgoDef/Search, '{\"PageRequest\":{\"PageSize\":0}}', 40004, PageRequest.PageSize",
        "AlgoDef/Search, '{\"PageRequest\":{\"OrderList\":[{\"Property\":\"md5\"}]}}', 40022, Property",
        "AlgoDef/Search, '{', 40000, JSON",
        "AlgoFilePackages/Devices, '{\"ComputilityCode\":7,\"AlgoFilePackageID\":\"PACKAGE\"}', 40002, ComputilityCode",
        "AlgoFilePackages/Devices, '{\"ComputilityCode\":\"NODE\",\"AlgoFilePackageID\":7}', 40002, AlgoFilePackageID",
        "AlgoFilePackages/Devices, '{\"ComputilityCode\":\"NODE\",\"AlgoFilePackageID\":\"PACKAGE1\"}', 40003, AlgoFilePackageID",
        "AlgoFilePackages/Devices, '{\"ComputilityCode\":\"NODE1\",\"AlgoFilePackageID\":\"PACKAGE\"}', 40003, ComputilityCode",
        "AlgoFilePackages/Devices/Search, '{}', 40001, ComputilityCode",
        "AlgoFilePackages/Devices/Search, '{\"ComputilityCode\":7}', 40002, ComputilityCode",
        "AlgoFilePackages/Devices/Search, '{\"ComputilityCode\":\"NODE1\"}', 40003, ComputilityCode",
        "AlgoFilePackages/Devices/Search, '{\"ComputilityCode\":\"NODE\",\"Status\":\"3\"}', 40002, Status",
        "AlgoFilePackages/Devices/Search, '{\"ComputilityCode\":\"NODE\",\"Status\":4}', 40004, Status",
        "AlgoServices/Devices/UnInstall, '{\"AlgoFilePackageID\":\"PACKAGE\"}', 40001, ComputilityCode",
        "AlgoServices/Devices/UnInstall, '{\"ComputilityCode\":7,\"AlgoFilePackageID\":\"PACKAGE\"}', 40002, ComputilityCode",
        "AlgoServices/Devices/Search, '{}', 40001, ComputilityCode",
        "AlgoServices/Devices/Search, '{\"ComputilityCode\":7}', 40002, ComputilityCode",
        "AlgoServices/Devices/Search, '{\"ComputilityCode\":\"NODE\",\"Status\":7}', 40002, Status",
        "AlgoServices/Devices/Search, '{\"ComputilityCode\":\"\"}', 40001, ComputilityCode",
        "AlgoFilePackages/Devices/Search, '{\"ComputilityCode\":\"\"}', 40001, ComputilityCode",
        "AlgoServices/Devices/UnInstall, '{\"ComputilityCode\":\"NODE\",\"AlgoFilePackageID\":\"\"}', 40001, AlgoFilePackageID"
    })
    void isRefusedByNameAndChangesNothing(String operation, String body, int code, String named) {
        String filled = body.replace("NODE", workshop.node().code())
                .replace("PACKAGE", workshop.algorithm().id());
        Visitor visitor = operation.equals("Keepalive") ? platform.as(workshop.nodeToken()) : operator();

        Answer answer = visitor.post("ACSMP/" + operation, filled);

        refused(answer, 400, code, named);
        nothingHasChanged();
    }

    @ParameterizedTest
    @CsvSource({
        "AlgoFilePackages/Search, '{\"AlgoFilePackageName\":\"\",\"AlgoFilePackageType\":\"\",\"CreateTimeTo\":\"\"}'",
        "AlgoDef/Search, '{\"Status\":\"\",\"AlgoDataType\":\"\",\"SourceType\":\"\",\"TaskType\":\"\",\"CreateTimeFrom\":\"\"}'",
        "AlgoServices/Devices/Search, '{\"ComputilityCode\":\"NODE\",\"Status\":\"\",\"AlgoFilePackageID\":\"\"}'",
        "Computility, '{\"ComputilityCode\":\"\",\"Type\":\"\",\"PageRequest\":{\"OrderList\":[{\"Property\":\"\"}]}}'"
    })
    void anEmptyOptionalMemberOfASearchCountsAsAbsent(String operation, String body) {
        operator().post("ACSMP/" + operation, named(body)).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, AlgoFilePackages/Devices/Search, '{\"ComputilityCode\":\"ELSEWHERE\"}', 40420, ELSEWHERE",
        "POST, AlgoServices/Devices/Search, '{\"ComputilityCode\":\"ELSEWHERE\"}', 40420, ELSEWHERE",
        "GET, AlgoFilePackages/Devices/ELSEWHERE/PACKAGE, , 40420, ELSEWHERE",
        "POST, AlgoFilePackages/Devices/ELSEWHERE/PACKAGE, , 40420, ELSEWHERE",
        "DELETE, AlgoFilePackages/Devices/ELSEWHERE/PACKAGE, , 40420, ELSEWHERE",
        "GET, AlgoFilePackages/Devices/NODE/NOTHING, , 40423, NOTHING",
        "DELETE, AlgoFilePackages/Devices/NODE/NOTHING, , 40423, NOTHING",
        "GET, AlgoServices/Devices/ELSEWHERE/PACKAGE, , 40420, ELSEWHERE",
        "GET, AlgoFilePackages/NOTHING, , 40421, NOTHING",
        "DELETE, AlgoFilePackages/NOTHING, , 40421, NOTHING",
        "GET, AlgoDef/no-such-code, , 40422, no-such-code",
        "PUT, Tasks/999999999, '{\"Name\":\"x\"}', 40441, 999999999",
        "DELETE, Tasks/999999999, , 40441, 999999999",
        "POST, Tasks/999999999/Stop, , 40441, 999999999",
        "GET, TaskInstances/999999999, , 40442, 999999999",
        "DELETE, TaskInstances/999999999, , 40442, 999999999"
    })
    void whatIsUnknownIsNamed(String method, String path, String body, int code, String named) {
        Answer answer = operator()
                .send(
                        method,
                        "ACSMP/" + named(path),
                        "application/json",
                        BodyPublishers.ofString(body == null ? "" : named(body)));

        refused(answer, 404, code, named(named));
        nothingHasChanged();
    }

    @Test
    void whatAServiceStillNeedsIsNotTakenAway() {
        String id = workshop.algorithm().id();

        refused(operator().delete("ACSMP/AlgoFilePackages/" + id), 409, 40944, "service");
        refused(
                operator()
                        .delete("ACSMP/AlgoFilePackages/Devices/"
                                + workshop.node().code() + "/" + id),
                409,
                40944,
                "service");

        nothingHasChanged();
    }

    @Test
    void aPackageIsLoadedOnlyWhereItIsAndOnceItIsCleared() {
        SamplePackage fresh = SamplePackage.of(platform.freshPackageId(), platform.freshName("CAP"), 1);
        new Multipart()
                .text("MD5", fresh.md5())
                .file("File", fresh.tar())
                .post(operator(), "ACSMP/AlgoFilePackages")
                .expect(200);
        JsonObject load = Json.createObjectBuilder()
                .add("ComputilityCode", workshop.node().code())
                .add("AlgoFilePackageID", fresh.id())
                .add("Replicas", 1)
                .build();
        refused(operator().post("ACSMP/AlgoServices/Devices", load), 409, 40943, fresh.id());
        operator()
                .post(
                        "ACSMP/AlgoFilePackages/Devices",
                        Json.createObjectBuilder(load).remove("Replicas").build())
                .expect(200);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> refused(operator().post("ACSMP/AlgoServices/Devices", load), 409, 40940, "DEPLOYABLE"));

        nothingHasChanged();
    }

    @ParameterizedTest
    @CsvSource({
        "planId=one, planId",
        "from=yesterday, from",
        "to=tomorrow, to",
        "order=up, order",
        "pageSize=0, pageSize"
    })
    void aBadQueryOfResultsIsRefusedByName(String query, String named) {
        Answer answer = operator().get("platform/v1/results?" + query);

        assertThat(answer.status()).as("%s", answer).isEqualTo(400);
        assertThat(answer.json().getString("member")).isEqualTo(named);
    }

    @Test
    void runsOfNoPlanAndBadOrganisationsAreRefusedByName() {
        assertThat(operator().get("platform/v1/plans/999999999/runs").status()).isEqualTo(404);
        String name = platform.freshName("bureau");
        Visitor admin = platform.asAdmin();
        admin.post("platform/v1/organisations", "{\"name\":\"" + name + "\"}").expect(201);

        organisation(admin, "{\"name\":\"" + name.toUpperCase(Locale.ROOT) + "\"}", 409);
        organisation(admin, "{}", 400);
        organisation(admin, "{\"name\":7}", 400);
        organisation(admin, "{\"name\":\"" + "x".repeat(300) + "\"}", 400);
    }

    private static void organisation(Visitor admin, String body, int status) {
        Answer answer = admin.post("platform/v1/organisations", body);
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.json().getString("member")).isEqualTo("name");
    }

    private String named(String text) {
        return text.replace("NODE", workshop.node().code())
                .replace("PACKAGE", workshop.algorithm().id())
                .replace("ELSEWHERE", ELSEWHERE)
                .replace("NOTHING", NO_PACKAGE);
    }

    private void nothingHasChanged() {
        String node = workshop.node().code();
        assertThat(operator()
                        .get("ACSMP/AlgoFilePackages/Devices/" + node + "/"
                                + workshop.algorithm().id())
                        .data()
                        .getInt("Status"))
                .isEqualTo(3);
        assertThat(operator()
                        .post("ACSMP/AlgoServices/Devices/Search", "{\"ComputilityCode\":\"" + node + "\"}")
                        .data()
                        .getInt("TotalSize"))
                .isEqualTo(1);
    }

    private Visitor operator() {
        return workshop.operator();
    }

    private static void refused(Answer answer, int status, int code, String named) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.code()).as("%s", answer).isEqualTo(code);
        assertThat(answer.message()).contains(named);
    }
}
