package org.computility.system.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Refusals;
import org.computility.system.Sketch;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that JSON, URLs and Java know and the database does not: refused by name, never an internal failure. */
@InTurn
@OnTheServer
class OddTextsIT {

    private final Visitor admin;

    OddTextsIT(Platform platform) {
        admin = platform.asAdmin();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AlgoFilePackages/Search | {'AlgoFilePackageName':'a\\u0000'}  | AlgoFilePackageName",
                "AlgoFilePackages/Search | {'AlgoFilePackageIDs':['\\u0000']}  | AlgoFilePackageIDs[0]",
                "AlgoDef/Search          | {'Name':'\\u0000'}                  | Name",
                "Tasks/Search            | {'DeviceIDs':['x','\\u0000']}       | DeviceIDs[1]",
                "TaskInstances/Search    | {'TaskName':'\\u0000'}              | TaskName",
                "TaskInstances/Search    | {'TaskName':'\\ud800'}              | TaskName",
                "Tasks/Search            | {'TaskIDs':[1e309]}                 | TaskIDs[0]",
                "Tasks                   | {'Name':'n','Labels':[1e200000]}    | Labels[0]"
            })
    void whatNoDatabaseHoldsIsRefusedByName(String operation, String body, String member) {
        Refusals.check(admin.post("ACSMP/" + operation, Sketch.text(body)), 40004, member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tokens        | {'username':'\\u0000','password':'b'} | username",
                "organisations | {'name':'a\\u0000'}                   | name"
            })
    void soItIsInTheBodiesOfThePlatform(String operation, String body, String member) {
        Refusals.check(admin.post("platform/v1/" + operation, Sketch.text(body)), 400, "member-invalid", member);
    }

    @ParameterizedTest
    @CsvSource({
        "accounts?username=%00, username",
        "organisations?name=a%00, name",
        "audit?account=%00, account",
        "audit?action=%00, action",
        "audit?requestId=%00, requestId",
        "batch/runs?jobName=%00, jobName",
        "results?algoDefCode=%00, algoDefCode",
        "results?deviceId=%00, deviceId",
        "results?computeCode=%00, computeCode",
        "results?from=-999999999-01-01T00:00:00Z, from",
        "results?to=%2B999999999-01-01T00:00:00Z, to",
        "audit?from=%2B10000-01-01T00:00:00Z, from",
        "batch/runs?to=%2B10000-01-01T00:00:00Z, to"
    })
    void andInAQuery(String query, String member) {
        Refusals.check(admin.get("platform/v1/" + query), 400, "member-invalid", member);
    }

    @Test
    void aWholeNumberMayBeWrittenWithAPoint() {
        String search = "{'PageRequest':{'PageNumber':1.0,'PageSize':5e0}}";

        assertThat(admin.post("ACSMP/Tasks/Search", Sketch.text(search)).status())
                .isEqualTo(200);
    }

    /** Some servers refuse such a path themselves, without a body. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACSMP/AlgoDef/a%00",
                "ACSMP/AlgoFilePackages/%00",
                "ACSMP/Tasks/%00",
                "ACSMP/TaskInstances/%00",
                "ACSMP/AlgoServices/Devices/%00/%00",
                "platform/v1/results/%00",
                "platform/v1/accounts/%00"
            })
    void andInAPathItIsNoInternalFailure(String path) {
        assertThat(admin.get(path).status()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts", "organisations", "audit", "results", "plans/1/runs"})
    void aPageBeyondAllIsEmptyOrUnknown(String list) {
        int status = admin.get("platform/v1/" + list + "?page=2147483647&pageSize=1000")
                .status();

        assertThat(status).isIn(200, 404);
    }
}
