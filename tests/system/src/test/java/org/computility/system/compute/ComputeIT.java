package org.computility.system.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.PackageNode;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T/BAX 0006.5 annexes B and G. */
@InTurn
@OnTheServer
class ComputeIT {

    private final Platform platform;
    private String organisation;
    private PackageNode node;
    private Platform.Account device;
    private Visitor operator;

    ComputeIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void aNode() {
        organisation = platform.freshOrganisation();
        node = new PackageNode(platform.freshComputeCode());
        device = platform.deviceAccount(organisation, node.code());
        Platform.Account account = platform.account(organisation, "OPERATOR");
        operator = platform.as(platform.login(account.username(), account.password()));
    }

    @AfterEach
    void stopTheNode() {
        node.close();
    }

    @Test
    void aRegisteredNodeIsShownWithItsLiveFigures() {
        node.register(platform, device);

        JsonObject page = operator.post("ACSMP/Computility", search("ComputilityCode", node.code()))
                .data();

        assertThat(page.getInt("Total")).isEqualTo(1);
        assertThat(page.getInt("TotalPages")).isEqualTo(1);
        assertThat(page.getJsonObject("PageRequest").getInt("PageSize")).isEqualTo(10);
        JsonObject info = page.getJsonArray("PageContent").getJsonObject(0);
        assertThat(info.getString("ComputilityCode")).isEqualTo(node.code());
        JsonObject figures = info.getJsonArray("DeviceInfos").getJsonObject(0);
        assertThat(figures.getBoolean("IsOnline")).isTrue();
        assertThat(figures.getInt("Cpu")).isEqualTo(64);
        assertThat(figures.getString("HostName")).isEqualTo("package-node");
        assertThat(page.toString()).doesNotContain(device.username()).doesNotContain("Password");
    }

    @Test
    void whatNoDatabaseHoldsIsCleanedAndHidesNothing() {
        node.hasAnotherMachine(Json.createObjectBuilder()
                .add("DeviceID", "second")
                .add("HostName", "a\0b")
                .add("Memory", new BigDecimal("1e200000"))
                .add("Cpu", 32)
                .build());
        node.register(platform, device);

        for (Visitor reader : List.of(operator, platform.asAdmin())) {
            JsonArray machines = reader.post("ACSMP/Computility", search("ComputilityCode", node.code()))
                    .data()
                    .getJsonArray("PageContent")
                    .getJsonObject(0)
                    .getJsonArray("DeviceInfos");

            assertThat(machines.getJsonObject(1).getString("HostName")).isEqualTo("a\ufffdb");
            assertThat(machines.getJsonObject(1).getInt("Cpu")).isEqualTo(32);
            assertThat(machines.getJsonObject(1)).doesNotContainKey("Memory");
        }
    }

    @Test
    void whatIsOfAnotherTypeThanAnnexGPrintsIsLeftOut() {
        node.hasAnotherMachine(Json.createObjectBuilder()
                .add("DeviceID", "second")
                .add("HostName", 7)
                .add("OS", "x".repeat(300))
                .add("Cpu", new BigDecimal("32.0"))
                .add("Memory", "128")
                .add(
                        "XpuMonitors",
                        Json.createArrayBuilder()
                                .add(1)
                                .add(Json.createObjectBuilder().add("XpuType", true)))
                .build());
        node.register(platform, device);

        JsonArray machines = operator.post("ACSMP/Computility", search("ComputilityCode", node.code()))
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0)
                .getJsonArray("DeviceInfos");

        assertThat(machines).hasSize(2);
        assertThat(machines.getJsonObject(1)).doesNotContainKeys("HostName", "Memory");
        assertThat(machines.getJsonObject(1).getString("OS")).hasSize(256);
        assertThat(machines.getJsonObject(1).get("Cpu")).hasToString("32");
        assertThat(machines.getJsonObject(1).get("XpuMonitors")).hasToString("[{}]");
    }

    @Test
    void everyMachineOfANodeIsShown() {
        node.hasAnotherMachine(Json.createObjectBuilder()
                .add("DeviceID", "second")
                .add("IsOnline", false)
                .add("Cpu", 32)
                .build());
        node.register(platform, device);

        JsonArray machines = operator.post("ACSMP/Computility", search("ComputilityCode", node.code()))
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0)
                .getJsonArray("DeviceInfos");

        assertThat(machines).hasSize(2);
        assertThat(machines.getJsonObject(0).getBoolean("IsOnline")).isTrue();
        assertThat(machines.getJsonObject(1).getString("DeviceID")).isEqualTo("second");
        assertThat(machines.getJsonObject(1).getBoolean("IsOnline")).isFalse();
        assertThat(machines.getJsonObject(1).getInt("Cpu")).isEqualTo(32);
    }

    @Test
    void theSamePictureComesByGet() {
        node.register(platform, device);

        JsonObject page = operator.get("ACSMP/Computility?ComputilityCode=" + node.code() + "&Type=CAP&PageSize=5")
                .data();

        assertThat(page.getInt("Total")).isEqualTo(1);
        assertThat(page.getJsonObject("PageRequest").getInt("PageSize")).isEqualTo(5);
        assertThat(operator.get("ACSMP/Computility?Type=AI_BOX").data().getInt("Total"))
                .isZero();
    }

    @Test
    void aGetMayCarryTheBodyOfTable44() {
        node.register(platform, device);
        try (PackageNode other = new PackageNode(platform.freshComputeCode())) {
            other.register(platform, platform.deviceAccount(organisation, other.code()));

            JsonObject one =
                    getWith("", "{\"ComputilityCode\":\"" + node.code() + "\"}").data();
            assertThat(one.getInt("Total")).isEqualTo(1);
            assertThat(one.getJsonArray("PageContent").getJsonObject(0).getString("ComputilityCode"))
                    .isEqualTo(node.code());
            assertThat(getWith("", "{\"Type\":\"AI_BOX\"}").data().getInt("Total"))
                    .isZero();
            JsonObject page = getWith(
                            "?Type=CAP",
                            "{\"PageRequest\":{\"PageSize\":1,\"OrderList\":[{\"Property\":\"ID\",\"Direction\":\"desc\"}]}}")
                    .data();
            assertThat(page.getInt("Total")).isEqualTo(2);
            assertThat(page.getJsonArray("PageContent")).hasSize(1);
            assertThat(page.getJsonArray("PageContent").getJsonObject(0).getString("ComputilityCode"))
                    .isEqualTo(other.code());
        }
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() {
        node.register(platform, device);
        Platform.Account stranger = platform.account(platform.freshOrganisation(), "OPERATOR");

        Visitor elsewhere = platform.as(platform.login(stranger.username(), stranger.password()));

        assertThat(elsewhere.get("ACSMP/Computility").data().getInt("Total")).isZero();
    }

    @Test
    void registeringAgainUpdatesTheAddress() {
        node.register(platform, device);
        try (PackageNode moved = new PackageNode(node.code())) {
            node.close();
            moved.register(platform, device);

            JsonObject figures = figures();

            assertThat(figures.getBoolean("IsOnline")).isTrue();
            assertThat(figures.getInt("Cpu")).isEqualTo(64);
        }
    }

    @Test
    void aKeepaliveWithTheTokenOfRegisterIsTaken() {
        Visitor alive = platform.as(node.register(platform, device));

        Answer answer = alive.post("ACSMP/Keepalive", code(node.code())).expect(200);

        assertThat(answer.code()).isZero();
        assertThat(answer.json().getString("RequestID")).isNotEmpty();
    }

    @Test
    void aKeepaliveForAnotherCodeIsRefused() {
        Visitor alive = platform.as(node.register(platform, device));

        refused(alive.post("ACSMP/Keepalive", code(platform.freshComputeCode())), 403, 40320, "token");
        refused(operator.post("ACSMP/Keepalive", code(node.code())), 403, 40320, "token");
        refused(platform.anonymous().post("ACSMP/Keepalive", code(node.code())), 401, 40101, "token");
    }

    @Test
    void afterUnRegisterTheNodeIsGoneAndItsKeepaliveIsAnswered404() {
        Visitor alive = platform.as(node.register(platform, device));
        JsonObject credential = Json.createObjectBuilder(code(node.code()))
                .add("Username", device.username())
                .add("Password", device.password())
                .build();

        assertThat(platform.anonymous()
                        .post("ACSMP/UnRegister", credential)
                        .expect(200)
                        .code())
                .isZero();

        assertThat(operator.get("ACSMP/Computility").data().getInt("Total")).isZero();
        Answer keepalive = alive.post("ACSMP/Keepalive", code(node.code()));
        assertThat(keepalive.status()).isIn(401, 404);
        refused(platform.anonymous().post("ACSMP/UnRegister", credential), 404, 40420, node.code());
    }

    @Test
    void wrongCredentialsAreAllAnsweredAlike() {
        JsonObject good = node.registration(device);
        String words = "Username, Password and Code do not belong together.";

        refused(register(with(good, "Password", Json.createValue("wrong"))), 401, 40103, words);
        refused(register(with(good, "Username", Json.createValue("nobody-" + node.code()))), 401, 40103, words);
        refused(register(with(good, "Code", Json.createValue(platform.freshComputeCode()))), 401, 40103, words);
        Platform.Account operatorAccount = platform.account(organisation, "OPERATOR");
        refused(
                register(with(
                        with(good, "Username", Json.createValue(operatorAccount.username())),
                        "Password",
                        Json.createValue(operatorAccount.password()))),
                401,
                40103,
                words);
        assertThat(operator.get("ACSMP/Computility").data().getInt("Total")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Code, , 40001",
        "Code, 1, 40002",
        "Code, '\"1101080100502000001\"', 40004",
        "Code, '\"110108010050200000011\"', 40003",
        "Type, , 40001",
        "Type, '\"TOASTER\"', 40004",
        "Type, true, 40002",
        "IP, , 40001",
        "IP, '\"\"', 40001",
        "IP, '\"300.1.1.1\"', 40004",
        "IP, '\"100.100.100.1000\"', 40003",
        "Port, , 40001",
        "Port, '\"8123\"', 40002",
        "Port, 70000, 40004",
        "Port, 0, 40004",
        "Username, , 40001",
        "Username, '\"a123456789a123456789a123456789a12\"', 40003",
        "Password, , 40001",
        "Password, 7, 40002",
        "Password, '\"a123456789a123456789a123456789a12\"', 40003",
        "SupportAlgoService, '\"yes\"', 40002"
    })
    void aBadRegistrationIsRefusedByName(String member, String json, int code) {
        JsonObject good = node.registration(device);
        JsonObject bad =
                json == null ? Json.createObjectBuilder(good).remove(member).build() : with(good, member, value(json));

        refused(register(bad), 400, code, member);

        assertThat(operator.get("ACSMP/Computility").data().getInt("Total")).isZero();
    }

    @Test
    void anInternalAddressThatTheAdministratorDidNotAllowIsRefused() {
        JsonObject internal = with(node.registration(device), "IP", Json.createValue("10.1.2.3"));

        refused(register(internal), 400, 40009, "IP");
    }

    @Test
    void theMisprintedTypeIsTakenForWhatItMeans() {
        register(with(node.registration(device), "Type", Json.createValue("FRONT_END_DEVIE")))
                .expect(200);

        assertThat(operator.get("ACSMP/Computility?Type=FRONT_END_DEVICE")
                        .data()
                        .getInt("Total"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"ComputilityCode\":1}', 40002, ComputilityCode",
        "'{\"ComputilityCode\":\"12\"}', 40004, ComputilityCode",
        "'{\"Type\":\"TOASTER\"}', 40004, Type",
        "'{\"PageRequest\":{\"PageNumber\":0}}', 40004, PageRequest.PageNumber",
        "'{\"PageRequest\":{\"PageSize\":1001}}', 40004, PageRequest.PageSize",
        "'{\"PageRequest\":{\"OrderList\":[{\"Property\":\"sealed_password\"}]}}', 40022, Property",
        "'{\"PageRequest\":{\"OrderList\":[{\"Property\":\"ID\",\"Direction\":\"up\"}]}}', 40004, Direction",
        "'{', 40000, JSON"
    })
    void aBadQueryOfComputeIsRefusedByName(String body, int code, String named) {
        refused(operator.post("ACSMP/Computility", body), 400, code, named);
        refused(getWith("", body), 400, code, named);
    }

    @Test
    void aBadQueryByGetIsRefusedByName() {
        refused(operator.get("ACSMP/Computility?PageSize=many"), 400, 40002, "PageSize");
        refused(getWith("?Type=CAP", "{\"Type\":\"CAD\"}"), 400, 40004, "Type");
        refused(operator.get("ACSMP/Computility?ComputilityCode=12"), 400, 40020, "ComputilityCode");
        refused(operator.get("ACSMP/Computility?Type=TOASTER"), 400, 40021, "Type");
        refused(platform.anonymous().get("ACSMP/Computility"), 401, 40101, "token");
    }

    @Test
    void aNodeThatDoesNotAnswerShowsTheFiguresItLastGave() {
        node.register(platform, device);
        assertThat(figures().getInt("Cpu")).isEqualTo(64);
        node.close();

        // What was asked a moment ago is served again for two seconds.
        await().during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(30))
                .until(() -> figures().getInt("Cpu", 0) == 64);
    }

    private Answer getWith(String query, String body) {
        return operator.send(
                "GET", "ACSMP/Computility" + query, "application/json", HttpRequest.BodyPublishers.ofString(body));
    }

    private JsonObject figures() {
        return operator.post("ACSMP/Computility", search("ComputilityCode", node.code()))
                .data()
                .getJsonArray("PageContent")
                .getJsonObject(0)
                .getJsonArray("DeviceInfos")
                .getJsonObject(0);
    }

    private Answer register(JsonObject body) {
        return platform.anonymous().post("ACSMP/Register", body);
    }

    private static void refused(Answer answer, int status, int code, String named) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.message()).contains(named);
    }

    private static JsonObject search(String member, String value) {
        return Json.createObjectBuilder().add(member, value).build();
    }

    private static JsonObject code(String code) {
        return search("Code", code);
    }

    private static JsonObject with(JsonObject object, String member, JsonValue value) {
        return Json.createObjectBuilder(object).add(member, value).build();
    }

    private static JsonValue value(String json) {
        try (var reader = Json.createReader(new java.io.StringReader("[" + json + "]"))) {
            return reader.readArray().get(0);
        }
    }
}
