package org.computility.system.serving;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F.5 to F.8 with members that make no sense: one service runs, and goes on. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceRefusalsIT {

    private static final String SERVICES = "ACSMP/AlgoServices/Devices";

    private Workshop workshop;
    private String service;

    @BeforeAll
    void open(Platform platform) {
        workshop = new Workshop(platform, 4);
        service = workshop.load(1);
    }

    @AfterAll
    void close() {
        workshop.close();
    }

    @AfterEach
    void theOneServiceGoesOn() {
        JsonObject found = operator()
                .post(
                        SERVICES + "/Search",
                        Sketch.with(Json.createObjectBuilder().build(), "ComputilityCode", code()))
                .data();
        assertThat(found.getInt("TotalSize")).isEqualTo(1);
        JsonObject only = found.getJsonArray("Records").getJsonObject(0);
        assertThat(only.getString("AlgoServiceID")).isEqualTo(service);
        assertThat(only.getString("Status")).isEqualTo("RUNNING");
        assertThat(only.getInt("Replicas")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AlgoFilePackageID | 7                                | 40002 | AlgoFilePackageID",
                "AlgoFilePackageID | 'x*41'                           | 40003 | AlgoFilePackageID",
                "AlgoFilePackageID | 'x*40'                           | 40004 | AlgoFilePackageID",
                "ComputilityCode   | 7                                | 40002 | ComputilityCode",
                "ComputilityCode   | 'x*21'                           | 40003 | ComputilityCode",
                "ComputilityCode   | 'x*20'                           | 40004 | ComputilityCode",
                "Replicas          | 1.5                              | 40002 | Replicas",
                "Replicas          | '1'                              | 40002 | Replicas",
                "Replicas          | 0                                | 40004 | Replicas",
                "Replicas          | -1                               | 40004 | Replicas",
                "Replicas          | 1001                             | 40004 | Replicas",
                "LicenseFile       | 7                                | 40002 | LicenseFile",
                "LicenseFile       | 'https://example.org/x*256'      | 40003 | LicenseFile",
                "LicenseFile       | 'ftp://example.org/licence'      | 40008 | LicenseFile",
                "LicenseFile       | 'http://10.1.2.3/licence'        | 40009 | LicenseFile",
                "Env               | {}                               | 40002 | Env",
                "Env               | [7]                              | 40002 | Env[0]",
                "Env               | [{'Value':'1'}]                  | 40001 | Env[0].Name",
                "Env               | [{'Name':'LOG_LEVEL'}]           | 40001 | Env[0].Value",
                "Env               | [{'Name':7,'Value':'1'}]         | 40002 | Env[0].Name",
                "Env               | [{'Name':'LOG_LEVEL','Value':1}] | 40002 | Env[0].Value",
                "Env               | [{'Name':'x*129','Value':'1'}]   | 40003 | Env[0].Name",
                "Env               | [{'Name':'LOG_LEVEL','Value':'x*129'}] | 40003 | Env[0].Value",
                "Env               | [{'Name':'NONE','Value':'1'}]    | 40040 | NONE"
            })
    void aBadLoadIsRefusedByName(String member, String value, int code, String named) {
        Refusals.check(operator().post(SERVICES, Sketch.with(workshop.loadRequest(1), member, value)), code, named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AlgoFilePackageID |         | 40001",
                "AlgoFilePackageID | 7       | 40002",
                "AlgoFilePackageID | 'x*41'  | 40003",
                "AlgoFilePackageID | 'seven' | 40004",
                "ComputilityCode   |         | 40001",
                "ComputilityCode   | 7       | 40002",
                "ComputilityCode   | 'x*21'  | 40003",
                "ComputilityCode   | 'seven' | 40004",
                "AlgoServiceID     | 7       | 40002",
                "AlgoServiceID     | 'x*257' | 40003",
                "AlgoServiceID     | ''      | 40001"
            })
    void aBadUnloadIsRefusedByName(String member, String value, int code) {
        Refusals.check(operator().post(SERVICES + "/UnInstall", Sketch.with(unload(), member, value)), code, member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ComputilityCode   |             | 40001",
                "ComputilityCode   | 7           | 40002",
                "ComputilityCode   | 'x*21'      | 40003",
                "ComputilityCode   | 'seven'     | 40004",
                "Status            | 7           | 40002",
                "AlgoFilePackageID | 7           | 40002",
                "AlgoFilePackageID | 'x*41'      | 40003",
                "PageNumber        | '1'         | 40002",
                "PageNumber        | 0           | 40004",
                "PageSize          | true        | 40002",
                "PageSize          | 1001        | 40004"
            })
    void aBadSearchIsRefusedByName(String member, String value, int code) {
        JsonObject good = Json.createObjectBuilder()
                .add("ComputilityCode", workshop.node().code())
                .build();

        Refusals.check(operator().post(SERVICES + "/Search", Sketch.with(good, member, value)), code, member);
    }

    @Test
    void whatIsUnknownIsNamed() {
        String nowhere = "11010800005020999999";
        String nothing = "1101080000508000000120200101000000999999";

        Refusals.check(
                operator().post(SERVICES, Sketch.with(workshop.loadRequest(1), "ComputilityCode", "'" + nowhere + "'")),
                40420,
                nowhere);
        Refusals.check(
                operator()
                        .post(SERVICES, Sketch.with(workshop.loadRequest(1), "AlgoFilePackageID", "'" + nothing + "'")),
                40421,
                nothing);
        Refusals.check(
                operator().post(SERVICES + "/UnInstall", Sketch.with(unload(), "ComputilityCode", "'" + nowhere + "'")),
                40420,
                nowhere);
        Refusals.check(operator().get(SERVICES + "/" + workshop.node().code() + "/" + nothing), 40440, nothing);
        Refusals.check(operator().post(SERVICES, "{"), 40000, "JSON");
        Refusals.check(operator().post(SERVICES + "/UnInstall", "{"), 40000, "JSON");
        Refusals.check(operator().post(SERVICES + "/Search", "{"), 40000, "JSON");
    }

    private JsonObject unload() {
        return Json.createObjectBuilder()
                .add("AlgoFilePackageID", workshop.algorithm().id())
                .add("ComputilityCode", workshop.node().code())
                .add("AlgoServiceID", service)
                .build();
    }

    private String code() {
        return "'" + workshop.node().code() + "'";
    }

    private Visitor operator() {
        return workshop.operator();
    }
}
