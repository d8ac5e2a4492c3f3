package org.computility.system.compute;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.PackageNode;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations, farewells and questions for figures that make no sense: one node is there, and stays. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeRefusalsIT {

    private Platform platform;
    private PackageNode node;
    private Platform.Account device;
    private Visitor operator;

    @BeforeAll
    void aNode(Platform given) {
        platform = given;
        String organisation = platform.freshOrganisation();
        Platform.Account account = platform.account(organisation, "OPERATOR");
        operator = platform.as(platform.login(account.username(), account.password()));
        node = new PackageNode(platform.freshComputeCode());
        device = platform.deviceAccount(organisation, node.code());
        node.register(platform, device);
    }

    @AfterAll
    void close() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Code               | 7      | 40002",
                "Type               | ''     | 40001",
                "IP                 | 7      | 40002",
                "IP                 | {}     | 40002",
                "IP                 | 'x*16' | 40003",
                "Port               | 1.5    | 40002",
                "Port               | -1     | 40004",
                "Username           | 7      | 40002",
                "Username           | ''     | 40001",
                "Username           | 'x*33' | 40003",
                "Password           | ''     | 40001",
                "Password           | {}     | 40002",
                "Password           | 'x*33' | 40003",
                "Password           | 'x*513' | 40003",
                "SupportAlgoService | 1      | 40002"
            })
    void aBadRegistrationIsRefusedByNameAndTheNodeStaysAsItWas(String member, String value, int code) {
        JsonObject bad = Sketch.with(node.registration(device), member, value);

        Refusals.check(platform.anonymous().post("ACSMP/Register", bad), code, member);

        itIsThere();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Code     | 'x*21'  | 40003",
                "Username | 'x*33'  | 40003",
                "Password | 'x*33' | 40003",
                "Password | 'x*513' | 40003"
            })
    void aFarewellThatIsTooLongIsRefusedByName(String member, String value, int code) {
        JsonObject bad = Sketch.with(farewell(), member, value);

        Refusals.check(platform.anonymous().post("ACSMP/UnRegister", bad), code, member);

        itIsThere();
    }

    @Test
    void aFarewellWithWrongCredentialsIsRefusedAndTheNodeStays() {
        Visitor nobody = platform.anonymous();
        Platform.Account stranger = platform.deviceAccount(node.code());

        for (JsonObject bad : new JsonObject[] {
            Sketch.with(farewell(), "Password", "'wrong'"),
            Sketch.with(farewell(), "Username", "'nobody-" + node.code() + "'"),
            Sketch.with(farewell(), "Code", "'" + platform.freshComputeCode() + "'")
        }) {
            Refusals.check(nobody.post("ACSMP/UnRegister", bad), 40103, "do not belong together");
        }
        JsonObject elsewhere = Json.createObjectBuilder(farewell())
                .add("Username", stranger.username())
                .add("Password", stranger.password())
                .build();
        Refusals.check(nobody.post("ACSMP/UnRegister", elsewhere), 40420, node.code());

        itIsThere();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Register", "UnRegister", "Keepalive", "Computility"})
    void whatIsNoJsonIsRefused(String operation) {
        Visitor visitor = operation.equals("Computility") ? operator : platform.as(node.register(platform, device));

        Refusals.check(visitor.post("ACSMP/" + operation, "IP=127.0.0.1"), 40000, "JSON");
        Refusals.check(visitor.post("ACSMP/" + operation, "7"), 40002, "body");

        itIsThere();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'ComputilityCode':'x*21'}                             | 40003 | ComputilityCode",
                "{'ComputilityCode':7}                                  | 40002 | ComputilityCode",
                "{'Type':7}                                             | 40002 | Type",
                "{'PageRequest':[]}                                     | 40002 | PageRequest",
                "{'PageRequest':{'OrderList':{}}}                       | 40002 | PageRequest.OrderList",
                "{'PageRequest':{'OrderList':[{'Property':7}]}}         | 40002 | PageRequest.OrderList[0].Property",
                "{'PageRequest':{'OrderList':[{'Property':'x*65'}]}}    | 40003 | PageRequest.OrderList[0].Property"
            })
    void aBadQuestionForFiguresIsRefusedByName(String body, int code, String named) {
        Refusals.check(operator.post("ACSMP/Computility", Sketch.text(body)), code, named);
    }

    private JsonObject farewell() {
        return Json.createObjectBuilder()
                .add("Code", node.code())
                .add("Username", device.username())
                .add("Password", device.password())
                .build();
    }

    private void itIsThere() {
        JsonObject found = operator.post("ACSMP/Computility", "{}").data();
        assertThat(found.getInt("Total")).isEqualTo(1);
        assertThat(found.toString()).contains("\"package-node\"");
    }
}
